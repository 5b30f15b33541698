package dev.aludel.benchmarks.conversation;

import java.io.IOException;
import java.sql.SQLException;
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

/** 100,000 messages in transactions of 1,000, into the same session. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, batchSize = 30)
@Measurement(iterations = 2, batchSize = 100)
public class InsertBenchmark extends ConversationWork {
  private static final int TOGETHER = 1000;

  private long inserted;

  @Setup(Level.Trial)
  public void prepare() throws IOException, SQLException {
    open(ConversationDatabase.empty(database()));
  }

  @Benchmark
  public void insert() throws SQLException {
    rival().append(SESSION, Message.from(ConversationDatabase.SESSION, inserted + 1, TOGETHER));
    inserted += TOGETHER;
  }

  @TearDown(Level.Iteration)
  public void check() throws SQLException {
    expectMessages(inserted);
    expectStored(1);
    expectStored(inserted);
  }

  @TearDown(Level.Trial)
  public void drop() throws IOException, SQLException {
    conversation().drop();
  }
}
