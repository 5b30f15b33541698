package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.Checksum;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptBody;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A step whose script is read and translated for one database: ready to run. */
record PreparedStep(
    Step step, List<TranslatedStatement> statements, Execution execution, String checksum) {

  static PreparedStep of(Step step, RevisionScript script, Dialect dialect) {
    ScriptBody body = script.body();
    refuseIrreversible(step, body, dialect);
    List<ScriptStatement> statements = body.statements(step.direction(), dialect.product());
    Execution execution =
        statements.isEmpty() ? Execution.TRANSACTIONAL : statements.get(0).execution();
    return new PreparedStep(
        step,
        statements.stream().flatMap(statement -> translate(statement, dialect).stream()).toList(),
        execution,
        Checksum.of(body));
  }

  private static void refuseIrreversible(Step step, ScriptBody body, Dialect dialect) {
    body.irreversible(step.direction(), dialect.product())
        .ifPresent(
            reason -> {
              throw new IrreversibleException(step.revision(), reason);
            });
  }

  private static List<TranslatedStatement> translate(ScriptStatement statement, Dialect dialect) {
    return dialect.translate(statement).stream()
        .map(sql -> new TranslatedStatement(sql, statement))
        .toList();
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
