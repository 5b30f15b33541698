package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A work that all tools do with 1,000 revisions, by turns. */
@State(Scope.Benchmark)
public abstract class MigrationWork extends Turns<Migrated> {
  private static final int REVISIONS = 1000;

  /** The kind of database that it works on. */
  abstract Database kind();

  /** Which tools do it, by their names. */
  abstract String rivals();

  @Override
  protected List<Migrated> entrants() throws IOException, SQLException {
    List<Migrated> entrants = new ArrayList<>();
    for (String rival : rivals().split(",", -1)) {
      Tool tool = Tool.valueOf(rival.toUpperCase(Locale.ROOT));
      entrants.add(Migrated.empty(tool, kind(), RevisionSet.of(REVISIONS)));
    }
    return entrants;
  }

  @Override
  protected void check() throws SQLException {
    entrant().check();
  }

  @Override
  protected void close(Migrated one) throws IOException, SQLException {
    one.drop();
  }
}
