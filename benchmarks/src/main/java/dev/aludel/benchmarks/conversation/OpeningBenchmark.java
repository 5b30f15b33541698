package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.ChildProcess;
import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
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

/** A fresh JVM opens a SQLite file and finds one message: what an application's start waits for. */
@Fork(3)
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class OpeningBenchmark {

  @Param({"FLOOR", "OURS", "PLAIN_JOOQ", "JDBI", "HIBERNATE", "SPRING_JDBC"})
  private String rival;

  private Entrant entrant;

  @Setup(Level.Trial)
  public final void fill() {
    ChildProcess.java(YoungFinds.class);
  }

  @Benchmark
  public Object openAndFind() throws SQLException {
    entrant =
        Entrant.of(
            Who.valueOf(rival.toUpperCase(Locale.ROOT)),
            ConversationDatabase.shared(Database.SQLITE, YoungFinds.MESSAGES));
    return entrant.find(Message.id(ConversationDatabase.SESSION, 1L));
  }

  @TearDown(Level.Trial)
  public final void close() throws IOException, SQLException {
    entrant.check();
    entrant.close();
  }
}
