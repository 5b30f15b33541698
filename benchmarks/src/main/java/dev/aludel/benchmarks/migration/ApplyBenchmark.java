package dev.aludel.benchmarks.migration;

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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** 1,000 revisions are applied to an empty database, which waits for no disk. */
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 12)
@Measurement(iterations = 12)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class ApplyBenchmark extends MigrationWork {

  @Param private Database database;

  @Param("floor,ours,flyway,liquibase")
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
  protected void prepare() throws IOException, SQLException {
    entrant().clear();
  }

  @Benchmark
  public void apply() throws SQLException {
    entrant().upgrade();
  }
}
