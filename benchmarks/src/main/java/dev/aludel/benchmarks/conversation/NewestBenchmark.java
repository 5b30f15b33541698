package dev.aludel.benchmarks.conversation;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
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

/** The newest 50 messages of a session with 100,000. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class NewestBenchmark extends ConversationWork {
  private static final int MESSAGES = 100_000;
  private static final int WANTED = 50;

  @Setup(Level.Trial)
  public void prepare() throws SQLException {
    open(ConversationDatabase.filled(database(), MESSAGES));
  }

  @Benchmark
  public List<?> newest() throws SQLException {
    return rival().newest(SESSION, WANTED);
  }

  @TearDown(Level.Iteration)
  public void check() throws SQLException {
    expect(
        Set.copyOf(Message.from(ConversationDatabase.SESSION, MESSAGES - WANTED + 1, WANTED)),
        Set.copyOf(rival().foundNewest(SESSION, WANTED)));
  }
}
