package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.effect.UnseenCall;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptBody;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
  private final RunSettings settings;
  private final String beginsIn;

  /**
   * @param product the kind of the database that will run the SQL
   * @param schema the one in which the session begins that will run it; empty for the database's
   *     own
   * @param settings of which the version table, the transactions and the unknown rows count; how
   *     long locks are waited for is left to the session that runs the SQL
   */
  public OfflineRunner(
      DatabaseProduct product,
      Optional<String> schema,
      ScriptDirectory scripts,
      RunSettings settings) {
    this.dialect = Dialects.of(product);
    this.beginsIn = schema.orElse(product == DatabaseProduct.SQLITE ? "main" : "public");
    this.scripts = requireNonNull(scripts, "scripts");
    this.planner = Planner.of(scripts.graph());
    this.settings = requireNonNull(settings, "settings");
  }

  /**
   * Writes an upgrade.
   *
   * @param targets targets of which the first may have a start before it, {@code a,b:c}; without a
   *     start the database is taken to be at base, without a target it goes to all heads
   * @return what was written
   * @throws OfflineRangeException if these have not the form of a range, or ask for the database
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
   * @throws OfflineRangeException if this has not the form of a range, or asks for the database
   * @throws dev.aludel.migrations.revision.TargetException if an end is not clear
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
   * @throws OfflineRangeException if these have not the form of a range, or ask for the database
   * @throws dev.aludel.migrations.revision.TargetException if a target or a start is not clear
   */
  public Stamp stamp(List<String> targets, OfflineOptions options, Appendable out)
      throws IOException {
    OfflineRange range = OfflineRange.parse(targets, "");
    Stamp stamp = planner.stamp(range.rows(planner), range.targets(), Purge.NONE);
    Writing writing = new Writing("stamp", version(options), stamp.rowsBefore(), stamp.rowsAfter());
    if (stamp.isEmpty()) {
      writing.nothingToDo();
    } else {
      writing.steps.writeRows(stamp);
    }
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
    if (plan.isEmpty()) {
      writing.nothingToDo();
    } else if (settings.transactions() == Transactions.ONE_FOR_ALL) {
      writing.steps.writeAllInOne(prepare(plan, version), plan.rowsBefore());
    } else {
      writing.steps.writeEachInItsOwn(prepare(plan, version), plan.rowsBefore());
    }
    out.append(writing.script.toString());
    return plan;
  }

  private List<PreparedStep> prepare(Plan plan, DatabaseVersion version) {
    try {
      List<PreparedStep> prepared = prepare(plan, version, ForeignKeys.ENFORCED);
      boolean guarded =
          settings.transactions() == Transactions.ONE_FOR_ALL
              && prepared.stream().anyMatch(PreparedStep::isGuarded);
      return guarded ? prepare(plan, version, ForeignKeys.GUARDED) : prepared;
    } catch (SQLException e) {
      throw new IllegalStateException("a database in memory answers", e);
    }
  }

  private List<PreparedStep> prepare(Plan plan, DatabaseVersion version, ForeignKeys foreignKeys)
      throws SQLException {
    try (Translation translation =
        OfflineSql.of(dialect).passedOn(dialect.translationForEmpty(version, foreignKeys))) {
      Set<UnseenCall> calls = replayUpTo(plan.rowsBefore(), translation);
      List<PreparedStep> prepared = new ArrayList<>();
      for (Step step : plan.steps()) {
        RevisionScript script = scripts.script(step.revision().id());
        PreparedStep next =
            PreparedStep.of(step, script, dialect, translation, settings).behind(calls);
        calls.addAll(next.traces().known());
        prepared.add(next);
      }
      return prepared;
    }
  }

  /** Which calls of functions the scripts up to there have the database make. */
  private Set<UnseenCall> replayUpTo(Set<String> rows, Translation translation)
      throws SQLException {
    Set<UnseenCall> calls = EnumSet.noneOf(UnseenCall.class);
    if (!rows.isEmpty()) {
      for (Step step : planner.upgrade(Set.of(), List.copyOf(rows)).steps()) {
        calls.addAll(replay(step, translation).known());
      }
    }
    return calls;
  }

  private StepTraces replay(Step step, Translation translation) throws SQLException {
    try {
      ScriptBody body = scripts.script(step.revision().id()).body();
      List<ScriptStatement> statements = body.statements(step.direction(), dialect.product());
      translation.replay(statements);
      return StepTraces.of(statements, dialect.product().syntax());
    } catch (MigrationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw UnexpectedFailureException.at(step.revision(), e);
    }
  }

  private OfflineTables tables() {
    TableFinder finder = TableFinder.of(dialect, settings, scripts);
    return new OfflineTables(
        finder,
        finder.name().schema().orElse(beginsIn),
        finder.concern().ignored(),
        finder.concern().counted());
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
      steps = new OfflineStepWriter(script, sql, tables(), aludel);
    }

    void nothingToDo() {
      script.comment("There is nothing to do.");
    }
  }
}
