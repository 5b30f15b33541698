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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** All of 1,000 revisions are applied; an application starts once more. */
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 20, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class NothingToDoBenchmark extends MigrationWork {

  @Param private Database database;

  @Param("floor,ours,ours_kept,flyway,liquibase")
  private String rivals;

  @Override
  Database kind() {
    return database;
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
  public void upgrade() throws SQLException {
    entrant().upgrade();
  }
}
