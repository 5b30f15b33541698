package dev.aludel.benchmarks.conversation;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One message in one transaction. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class AppendBenchmark extends ConversationWork {
  private long appended;

  @Setup(Level.Trial)
  public void prepare() throws IOException, SQLException {
    open(ConversationDatabase.empty(database()));
  }

  @Benchmark
  public void append() throws SQLException {
    appended++;
    rival().append(SESSION, List.of(Message.of(ConversationDatabase.SESSION, appended)));
  }

  @TearDown(Level.Iteration)
  public void check() throws SQLException {
    expectMessages(appended);
    expectStored(appended);
  }

  @TearDown(Level.Trial)
  public void drop() throws IOException, SQLException {
    conversation().drop();
  }
}
