package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** 100,000 messages in transactions of 1,000, into the same session. */
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, batchSize = 30)
@Measurement(iterations = 12, batchSize = 100)
public class InsertBenchmark extends ConversationWork {

  @Override
  ConversationDatabase open(Database kind) throws IOException, SQLException {
    return ConversationDatabase.own(kind);
  }

  @Benchmark
  public void insert() throws SQLException {
    entrant().append(1000);
  }
}
