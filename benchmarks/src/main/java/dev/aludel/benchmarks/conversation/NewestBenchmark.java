package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The newest 50 messages of a session with 100,000. */
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 24, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 60, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class NewestBenchmark extends ConversationWork {
  private static final int MESSAGES = 100_000;

  @Override
  ConversationDatabase open(Database kind) throws SQLException {
    return ConversationDatabase.shared(kind, MESSAGES);
  }

  @Benchmark
  public Object newest() throws SQLException {
    return entrant().newest();
  }
}
