package dev.aludel.benchmarks.command;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import dev.aludel.benchmarks.WholeProcess;
import dev.aludel.benchmarks.migration.Migrated;
import dev.aludel.benchmarks.migration.RevisionSet;
import dev.aludel.benchmarks.migration.Tool;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A command, as a whole process, on a SQLite file where all of 25 revisions are applied. */
@Fork(1)
@WholeProcess
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 30)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class CommandBenchmark extends Turns<CommandLine> {
  private static final int REVISIONS = 25;

  @Param({"current", "upgrade"})
  private String command;

  @Param("empty_main,ours")
  private String rivals;

  private RevisionSet revisions;
  private Migrated database;
  private String written;

  @Setup(Level.Trial)
  public void prepareDatabase() throws IOException, SQLException {
    revisions = RevisionSet.of(REVISIONS);
    database = Migrated.empty(Tool.OURS, Database.SQLITE, revisions);
    database.upgrade();
  }

  @Override
  protected List<CommandLine> entrants() {
    return Stream.of(rivals.split(",", -1))
        .map(rival -> CommandLine.valueOf(rival.toUpperCase(Locale.ROOT)))
        .toList();
  }

  @Benchmark
  public String run() {
    written = entrant().run(command, database, revisions);
    return written;
  }

  @Override
  protected void check() throws SQLException {
    database.check();
    boolean answered = written.contains(RevisionSet.id(REVISIONS));
    if (command.equals("current") && !answered && entrant() != CommandLine.EMPTY_MAIN) {
      throw new IllegalStateException("%s wrote: %s".formatted(entrant(), written));
    }
  }

  @TearDown(Level.Trial)
  public void drop() throws IOException, SQLException {
    database.drop();
  }
}
