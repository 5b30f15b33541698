package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.operation.AlterTable;
import dev.aludel.migrations.operation.TableGrammar;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Form;
import java.util.List;
import java.util.Optional;

/** PostgreSQL changes tables itself, so that each statement is translated by itself. */
final class PostgresTranslation extends Translation {

  @Override
  public TranslatedStep translate(List<ScriptStatement> statements) {
    return new TranslatedStep(
        statements.stream().flatMap(statement -> translate(statement).stream()).toList(),
        ForeignKeys.ENFORCED);
  }

  private static List<TranslatedStatement> translate(ScriptStatement statement) {
    PostgresTableWriter writer = new PostgresTableWriter(statement);
    Optional<AlterTable> alterTable =
        statement.form() == Form.VERBATIM ? Optional.empty() : TableGrammar.alterTable(statement);
    return alterTable.map(writer::alter).orElseGet(() -> List.of(plain(statement, writer))).stream()
        .map(sql -> TranslatedStatement.change(sql, statement))
        .toList();
  }

  @Override
  public void close() {}
}
