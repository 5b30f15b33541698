package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.ChildProcess;
import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Finds in a JVM that has done nothing before but open the rival, on SQLite. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class YoungFinds {
  static final int MESSAGES = 100_000;
  private static final int STRIDE = 7919;

  @Param({"FLOOR", "OURS", "PLAIN_JOOQ", "JDBI", "HIBERNATE", "SPRING_JDBC"})
  private String rival;

  private Entrant entrant;
  private int next;

  /** Fills the database, in a JVM of its own, so that this one stays young. */
  public static void main(String[] arguments) throws SQLException {
    ConversationDatabase.shared(Database.SQLITE, MESSAGES);
  }

  @Setup(Level.Trial)
  public final void open() throws SQLException {
    ChildProcess.java(YoungFinds.class);
    entrant =
        Entrant.of(
            Who.valueOf(rival.toUpperCase(Locale.ROOT)),
            ConversationDatabase.shared(Database.SQLITE, MESSAGES));
  }

  /** Finds the next message. */
  final Object findNext() throws SQLException {
    next = (next + STRIDE) % MESSAGES;
    return entrant.find(Message.id(ConversationDatabase.SESSION, next + 1L));
  }

  @TearDown(Level.Trial)
  public final void close() throws IOException, SQLException {
    entrant.check();
    entrant.close();
  }
}
