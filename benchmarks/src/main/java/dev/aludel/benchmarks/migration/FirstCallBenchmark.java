package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.ChildProcess;
import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
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
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class FirstCallBenchmark extends MigrationWork {

  private final Map<Tool, String> databases = new EnumMap<>(Tool.class);
  private RevisionSet set;

  @Override
  protected void prepare() throws IOException, SQLException {
    set = RevisionSet.of(REVISIONS);
    if (!databases.containsKey(entrant())) {
      databases.put(entrant(), newName());
      entrant().upgrade(set, Database.SQLITE, databases.get(entrant()));
    }
  }

  @Benchmark
  public String upgrade() {
    return ChildProcess.java(
        FirstCall.class,
        entrant().name(),
        Database.SQLITE.name(),
        databases.get(entrant()),
        Integer.toString(REVISIONS));
  }

  @Override
  protected void check() throws SQLException {
    expectApplied(entrant(), set, Database.SQLITE, databases.get(entrant()));
  }

  @Override
  protected void close(Tool one) throws IOException, SQLException {
    Database.SQLITE.drop(databases.get(one));
  }
}
