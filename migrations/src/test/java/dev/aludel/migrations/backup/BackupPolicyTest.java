package dev.aludel.migrations.backup;

import static dev.aludel.migrations.revision.GraphNotation.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.SourcePosition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackupPolicyTest {
  private final Planner planner = Planner.of(graph("a; b<a"));

  @ParameterizedTest
  @CsvSource({
    // policy, rows, target, statement, due
    "ALWAYS, a, b, create table t (x), true",
    "ALWAYS, '', a, create table t (x), true",
    "ALWAYS, b, b, create table t (x), false",
    "AUTO, a, b, create table t (x), false",
    "AUTO, a, b, drop table t, true",
    "AUTO, a, b, alter table t drop column x, true",
    "AUTO, '', b, drop table t, false",
    "AUTO, b, a, create table t (x), true",
    "AUTO, b, b, drop table t, false",
    "NEVER, a, b, drop table t, false",
    "NEVER, b, a, drop table t, false",
  })
  void asksFor_isTrue_whenSomethingCouldBeLost(
      BackupPolicy policy, String row, String target, String sql, boolean due) {
    Set<String> rows = row.isEmpty() ? Set.of() : Set.of(row);
    Plan plan =
        row.compareTo(target) > 0
            ? planner.downgrade(rows, target)
            : planner.upgrade(rows, List.of(target));

    assertThat(policy.asksFor(plan, List.of(step("select 1"), step("select 2", sql))))
        .isEqualTo(due);
  }

  private static TranslatedStep step(String... statements) {
    return new TranslatedStep(
        List.of(statements).stream()
            .map(
                sql ->
                    TranslatedStatement.change(
                        sql,
                        new ScriptStatement(
                            sql,
                            new SourcePosition("x.sql", 1, 1),
                            Form.VERBATIM,
                            Execution.TRANSACTIONAL,
                            null)))
            .toList(),
        ForeignKeys.ENFORCED,
        List.of());
  }
}
