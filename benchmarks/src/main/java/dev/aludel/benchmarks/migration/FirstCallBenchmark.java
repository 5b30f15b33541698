package dev.aludel.benchmarks.migration;

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

/** A whole JVM that finds all of 1,000 revisions applied, on SQLite. */
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 20)
public class FirstCallBenchmark extends MigrationWork {

  @Override
  Database kind() {
    return Database.SQLITE;
  }

  @Override
  protected void prepare() throws SQLException {
    entrant().upgrade();
  }

  @Benchmark
  public void upgrade() {
    entrant().upgradeInNewProcess();
  }
}
