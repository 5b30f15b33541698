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

/** 1,000 revisions are applied to an empty SQLite file, with the settings that it has by itself. */
@Fork(value = 1, jvmArgsAppend = "-D" + Database.SYNCHRONOUS + "=FULL")
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 8)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class ApplyToDiskBenchmark extends MigrationWork {

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
  protected void prepare() throws IOException, SQLException {
    entrant().clear();
  }

  @Benchmark
  public void apply() throws SQLException {
    entrant().upgrade();
  }
}
