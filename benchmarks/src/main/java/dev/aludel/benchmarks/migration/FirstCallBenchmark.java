package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.WholeProcess;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** A whole JVM that finds all of 1,000 revisions applied, on SQLite. */
@Fork(1)
@WholeProcess
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 20)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class FirstCallBenchmark extends MigrationWork {

  @Param("floor,ours,flyway,liquibase")
  private String rivals;

  @Override
  Database kind() {
    return Database.SQLITE;
  }

  @Override
  String rivals() {
    return rivals;
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
