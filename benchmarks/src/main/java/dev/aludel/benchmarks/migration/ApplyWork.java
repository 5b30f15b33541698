package dev.aludel.benchmarks.migration;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/** 1,000 revisions are applied to an empty database. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class ApplyWork extends MigrationWork {

  @Param("floor,ours,flyway,liquibase")
  private String rivals;

  @Override
  final String rivals() {
    return rivals;
  }

  @Override
  protected final void prepare() throws IOException, SQLException {
    entrant().clear();
  }

  @Benchmark
  public void apply() throws SQLException {
    entrant().upgrade();
  }
}
