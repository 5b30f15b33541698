package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** One of 100,000 messages by its key, each time another one. */
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 24, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 60, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class FindBenchmark extends ConversationWork {
  private static final int MESSAGES = 100_000;

  private String[] ids;
  private int next;

  @Override
  ConversationDatabase open(Database kind) throws SQLException {
    return ConversationDatabase.shared(kind, MESSAGES);
  }

  @Setup
  public void shuffle() {
    ids =
        new Random(1)
            .ints(MESSAGES, 1, MESSAGES + 1)
            .mapToObj(seq -> Message.id(ConversationDatabase.SESSION, seq))
            .toArray(String[]::new);
  }

  @Benchmark
  public Object find() throws SQLException {
    next = (next + 1) % MESSAGES;
    return entrant().find(ids[next]);
  }
}
