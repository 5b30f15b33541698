package dev.aludel.benchmarks.migration;

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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** All of 1,000 revisions are applied; an application starts once more. */
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 20, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class NothingToDoBenchmark extends MigrationWork {

  @Param private Database database;

  private final Map<Tool, String> databases = new EnumMap<>(Tool.class);
  private RevisionSet set;

  @Override
  protected void prepare() throws IOException, SQLException {
    set = RevisionSet.of(REVISIONS);
    if (!databases.containsKey(entrant())) {
      databases.put(entrant(), newName());
      database.create(databases.get(entrant()));
      entrant().upgrade(set, database, databases.get(entrant()));
    }
  }

  @Benchmark
  public void upgrade() throws SQLException {
    entrant().upgrade(set, database, databases.get(entrant()));
  }

  @Override
  protected void check() throws SQLException {
    expectApplied(entrant(), set, database, databases.get(entrant()));
  }

  @Override
  protected void close(Tool one) throws IOException, SQLException {
    database.drop(databases.get(one));
  }
}
