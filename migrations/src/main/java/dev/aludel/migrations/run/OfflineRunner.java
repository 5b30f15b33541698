package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes plans as SQL for somebody else to run, and opens no database: the same statements, version
 * rows and journal rows as {@link OnlineRunner}'s, with its checks as guards that abort. What the
 * earlier revisions make of the schema is found out in a private database in memory. Nothing is
 * written before everything is translated. Thread-safe.
 */
public final class OfflineRunner {
  private final ScriptDirectory scripts;
  private final Planner planner;
  private final Dialect dialect;
  private final String versionTable;

  /**
   * @param product the kind of the database that will run the SQL
   * @param versionTable its version table
   */
  public OfflineRunner(DatabaseProduct product, ScriptDirectory scripts, String versionTable) {
    this.dialect = Dialects.of(product);
    this.scripts = requireNonNull(scripts, "scripts");
    this.planner = Planner.of(scripts.graph());
    this.versionTable = requireNonNull(versionTable, "versionTable");
  }

  /**
   * Writes an upgrade.
   *
   * @param targets targets of which the first may have a start before it, {@code a,b:c}; without a
   *     start the database is taken to be at base, without a target it goes to all heads
   * @return what was written
   * @throws dev.aludel.migrations.revision.TargetException if a target or a start is not clear
   * @throws dev.aludel.migrations.script.ScriptException if a script is not right; nothing was
   *     written
   */
  public Plan upgrade(List<String> targets, OfflineOptions options, Appendable out)
      throws IOException {
    OfflineRange range = OfflineRange.parse(targets, "heads");
    Plan plan = planner.upgrade(range.rows(planner), range.targets());
    return write("upgrade", plan, options, out);
  }

  /**
   * Writes a downgrade.
   *
   * @param range where the database is and where it goes, {@code START:TARGET}
   * @return what was written
   * @throws dev.aludel.migrations.revision.TargetException if an end is not clear or there is no
   *     start
   * @throws IrreversibleException if a step has no way back; nothing was written
   * @throws dev.aludel.migrations.script.ScriptException if a script is not right; nothing was
   *     written
   */
  public Plan downgrade(String range, OfflineOptions options, Appendable out) throws IOException {
    OfflineRange ends = OfflineRange.parse(List.of(range), "").requireStart();
    Plan plan = planner.downgrade(ends.rows(planner), ends.targets().get(0));
    return write("downgrade", plan, options, out);
  }

  /**
   * Writes a stamp: version rows alone.
   *
   * @param targets as for {@link #upgrade}, but at least one
   * @return what was written
   * @throws dev.aludel.migrations.revision.TargetException if a target or a start is not clear
   */
  public Stamp stamp(List<String> targets, OfflineOptions options, Appendable out)
      throws IOException {
    OfflineRange range = OfflineRange.parse(targets, "");
    Stamp stamp = planner.stamp(range.rows(planner), range.targets(), Purge.NONE);
    Writing writing = new Writing("stamp", version(options), stamp.rowsBefore(), stamp.rowsAfter());
    writing.script.blankLine();
    writing.steps.writeRows(stamp.rowsBefore(), stamp.removed(), stamp.added(), stamp.rowsAfter());
    out.append(writing.script.toString());
    return stamp;
  }

  private DatabaseVersion version(OfflineOptions options) {
    DatabaseVersion oldest = dialect.oldestVersion();
    return options.target().orElse(oldest).requireAtLeast(oldest, dialect.product());
  }

  private Plan write(String what, Plan plan, OfflineOptions options, Appendable out)
      throws IOException {
    DatabaseVersion version = version(options);
    Writing writing = new Writing(what, version, plan.rowsBefore(), plan.rowsAfter());
    Set<String> rows = plan.rowsBefore();
    for (PreparedStep step : prepare(plan, version)) {
      rows = writing.steps.write(step, rows);
    }
    if (plan.isEmpty()) {
      writing.script.comment("There is nothing to do.");
    }
    out.append(writing.script.toString());
    return plan;
  }

  private List<PreparedStep> prepare(Plan plan, DatabaseVersion version) {
    if (plan.isEmpty()) {
      return List.of();
    }
    try (Translation translation =
        OfflineSql.of(dialect).passedOn(dialect.translationForEmpty(version))) {
      if (!plan.rowsBefore().isEmpty()) {
        prepare(planner.upgrade(Set.of(), List.copyOf(plan.rowsBefore())).steps(), translation);
      }
      return prepare(plan.steps(), translation);
    } catch (SQLException e) {
      throw new IllegalStateException("a database in memory answers", e);
    }
  }

  private List<PreparedStep> prepare(List<Step> steps, Translation translation)
      throws SQLException {
    List<PreparedStep> prepared = new ArrayList<>();
    for (Step step : steps) {
      prepared.add(
          PreparedStep.of(step, scripts.script(step.revision().id()), dialect, translation));
    }
    return prepared;
  }

  /** A script from its header on. */
  private final class Writing {
    private final SqlScript script = new SqlScript();
    private final OfflineStepWriter steps;

    Writing(String what, DatabaseVersion version, Set<String> before, Set<String> after) {
      OfflineSql sql = OfflineSql.of(dialect);
      String aludel = Author.ofThisProcess().aludelVersion();
      script
          .comment(
              "Aludel %s: %s from %s to %s,"
                  .formatted(
                      aludel,
                      what,
                      OfflineStepWriter.place(before),
                      OfflineStepWriter.place(after)))
          .comment(
              "for %s %s or newer. Run it so that the first error ends it:"
                  .formatted(dialect.product().title(), version))
          .comment(sql.command())
          .statements(sql.preamble());
      steps = new OfflineStepWriter(script, sql, versionTable, aludel);
    }
  }
}
