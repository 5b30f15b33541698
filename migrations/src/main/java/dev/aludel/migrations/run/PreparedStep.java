package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.effect.SessionTraces;
import dev.aludel.migrations.effect.UnseenCall;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.script.Checksum;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptBody;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A step whose script is read and translated for one database: ready to run.
 *
 * @param journaled how many statements the journal says were done: those of the script, since what
 *     becomes of them depends on the database's version; outside a transaction, where one can be
 *     done and the next not, those that the database runs
 * @param traces what it may do to the session of the connection that runs it
 */
record PreparedStep(
    Step step,
    TranslatedStep translated,
    Execution execution,
    String checksum,
    int journaled,
    StepTraces traces) {

  /**
   * @throws UnexpectedFailureException if it fails in a way that nobody foresaw
   */
  static PreparedStep of(
      Step step,
      RevisionScript script,
      Dialect dialect,
      Translation translation,
      RunSettings settings)
      throws SQLException {
    try {
      return prepared(step, script, dialect, translation, settings);
    } catch (MigrationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw UnexpectedFailureException.at(step.revision(), e);
    }
  }

  private static PreparedStep prepared(
      Step step,
      RevisionScript script,
      Dialect dialect,
      Translation translation,
      RunSettings settings)
      throws SQLException {
    ScriptBody body = script.body(settings.keptTables());
    refuseIrreversible(step, body, dialect);
    List<ScriptStatement> statements = body.statements(step.direction(), dialect.product());
    Execution execution =
        statements.isEmpty() ? Execution.TRANSACTIONAL : statements.get(0).execution();
    TranslatedStep translated = translation.translate(statements);
    refuseRebuildOutsideATransaction(translated, execution);
    if (settings.transactions() == Transactions.ONE_FOR_ALL) {
      statements.forEach(PreparedStep::refuseInOneForAll);
    }
    int journaled =
        execution == Execution.TRANSACTIONAL ? statements.size() : translated.statements().size();
    return new PreparedStep(
        step,
        translated,
        execution,
        Checksum.of(body),
        journaled,
        StepTraces.of(statements, dialect.product().syntax()));
  }

  private static void refuseRebuildOutsideATransaction(
      TranslatedStep translated, Execution execution) {
    if (execution == Execution.AUTOCOMMIT && translated.foreignKeys() == ForeignKeys.GUARDED) {
      ScriptStatement first = translated.statements().get(0).origin();
      throw new ScriptException(
          first.position(),
          "a revision for which foreign keys are off, as for one that rebuilds a table, runs inside a transaction. Take \"--@ autocommit\" out.");
    }
  }

  private static void refuseInOneForAll(ScriptStatement statement) {
    if (statement.execution() == Execution.AUTOCOMMIT) {
      throw notInOneForAll(statement, "this revision runs outside a transaction");
    }
    if (SessionTraces.outlastTransaction(statement.effects())) {
      throw notInOneForAll(
          statement,
          "\"%s\" changes the session in a way that nothing puts back before the transaction ends"
              .formatted(Excerpt.of(statement.text())));
    }
  }

  private static ScriptException notInOneForAll(ScriptStatement statement, String reason) {
    return new ScriptException(
        statement.position(),
        reason
            + ", and so cannot be part of one for the whole run. Run it with a transaction for each"
            + " revision.");
  }

  /** Whether foreign keys are off while it runs. */
  boolean isGuarded() {
    return translated.foreignKeys() == ForeignKeys.GUARDED;
  }

  /** The same behind scripts that have the database make {@code calls}. */
  PreparedStep behind(Set<UnseenCall> calls) {
    return new PreparedStep(step, translated, execution, checksum, journaled, traces.behind(calls));
  }

  /** Has {@code rows} as they are after the step. */
  void moveRows(Set<String> rows) {
    rows.removeAll(rowsRemoved());
    step.rows().added().forEach(added -> rows.add(added.value()));
  }

  /** {@code rows} as they are after the step. */
  Set<String> rowsAfter(Set<String> rows) {
    Set<String> after = new TreeSet<>(rows);
    moveRows(after);
    return after;
  }

  List<TranslatedStatement> statements() {
    return translated.statements();
  }

  private static void refuseIrreversible(Step step, ScriptBody body, Dialect dialect) {
    body.irreversible(step.direction(), dialect.product())
        .ifPresent(
            reason -> {
              throw new IrreversibleException(step.revision(), reason);
            });
  }

  Set<String> rowsRemoved() {
    return step.rows().removed().stream()
        .map(RevisionId::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code Upgrade to 1f3a} or {@code Downgrade of 1f3a}. */
  String title() {
    return step.direction() == Direction.UPGRADE
        ? "Upgrade to " + step.revision().id()
        : "Downgrade of " + step.revision().id();
  }
}
