package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One rival on one database. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class ConversationWork {

  static final String SESSION = Message.session(ConversationDatabase.SESSION);

  @Param private Database database;
  @Param private Who rival;

  private ConversationDatabase conversation;
  private Rival<?> open;

  /** Which database it works on. */
  final Database database() {
    return database;
  }

  final void open(ConversationDatabase chosen) throws SQLException {
    conversation = chosen;
    open = rival.open(chosen);
  }

  final Rival<?> rival() {
    return open;
  }

  final ConversationDatabase conversation() {
    return conversation;
  }

  /** Fails unless the session's message with this number is found as it was stored. */
  final void expectStored(long seq) throws SQLException {
    Message message = Message.of(ConversationDatabase.SESSION, seq);
    expect(message, open.found(message.id()));
  }

  /** Fails unless the session has so many messages and says so. */
  final void expectMessages(long count) throws SQLException {
    try (Connection connection = conversation.connect()) {
      Database.expect(connection, Long.toString(count), "select count(*) from chat_messages");
      Database.expect(connection, Long.toString(count), "select last_seq from sessions");
    }
  }

  static void expect(Object expected, Object found) {
    if (!found.equals(expected)) {
      throw new IllegalStateException("Found %s instead of %s".formatted(found, expected));
    }
  }

  /** Ends the rival's work. */
  @TearDown(Level.Trial)
  public final void closeRival() throws SQLException {
    open.close();
  }
}
