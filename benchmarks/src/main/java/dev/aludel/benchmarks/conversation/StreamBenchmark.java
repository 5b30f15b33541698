package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Every one of 1,000,000 messages of a session is read, in a heap of 64 MiB. */
@Fork(value = 1, jvmArgsAppend = "-Xmx64m")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class StreamBenchmark {
  private static final int MESSAGES = 1_000_000;
  private static final String SESSION = Message.session(ConversationDatabase.SESSION);
  private static final String ALL =
      Sql.NEWEST.replace("order by seq desc limit 50", "order by seq");

  @Param private Database database;

  private ConversationDatabase conversation;
  private long characters;

  @Setup(Level.Trial)
  public void fill() throws SQLException {
    conversation = ConversationDatabase.shared(database, MESSAGES);
  }

  @Setup(Level.Iteration)
  public void forget() {
    characters = 0;
  }

  @Benchmark
  public void ours() {
    try (Ours ours = Ours.open(conversation)) {
      characters = ours.characters(SESSION);
    }
  }

  @Benchmark
  public void floor() throws SQLException {
    try (Connection connection = conversation.connect()) {
      // Else PostgreSQL's driver fetches all rows at once.
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(ALL)) {
        statement.setFetchSize(1000);
        statement.setString(1, SESSION);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            characters += Message.read(rows).text().length();
          }
        }
      }
      connection.commit();
    }
  }

  @TearDown(Level.Iteration)
  public void check() throws IOException, SQLException {
    try (Connection connection = conversation.connect()) {
      Database.expect(
          connection, Long.toString(characters), "select sum(length(message)) from chat_messages");
    }
  }
}
