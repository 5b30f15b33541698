package dev.aludel.benchmarks.conversation;

import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One of 100,000 messages by its key, each time another one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class FindBenchmark extends ConversationWork {
  private static final int MESSAGES = 100_000;

  private String[] ids;
  private int next;

  @Setup(Level.Trial)
  public void prepare() throws SQLException {
    open(ConversationDatabase.filled(database(), MESSAGES));
    ids =
        new Random(1)
            .ints(MESSAGES, 1, MESSAGES + 1)
            .mapToObj(seq -> Message.id(ConversationDatabase.SESSION, seq))
            .toArray(String[]::new);
  }

  @Benchmark
  public Object find() throws SQLException {
    next = (next + 1) % MESSAGES;
    return rival().find(ids[next]);
  }

  @TearDown(Level.Iteration)
  public void check() throws SQLException {
    for (int seq : IntStream.of(1, 2, MESSAGES).toArray()) {
      expectStored(seq);
    }
  }
}
