package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.operation.AlterTable;
import dev.aludel.migrations.operation.RenameIndex;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.operation.TableGrammar;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL changes tables itself, so that each change is translated by itself. */
final class PostgresTranslation extends Translation {

  @Override
  public TranslatedStep translate(List<ScriptStatement> statements) {
    return new TranslatedStep(
        statements.stream().flatMap(statement -> translate(statement).stream()).toList(),
        ForeignKeys.ENFORCED,
        List.of());
  }

  private static List<TranslatedStatement> translate(ScriptStatement statement) {
    PostgresTableWriter writer = new PostgresTableWriter(statement);
    if (statement.form() == Form.VERBATIM) {
      return List.of(TranslatedStatement.change(plain(statement, writer), statement));
    }
    Optional<AlterTable> alterTable = TableGrammar.alterTable(statement);
    if (alterTable.isPresent()) {
      return altered(alterTable.get(), statement, writer);
    }
    String sql =
        RenameIndex.read(statement)
            .map(PostgresTableWriter::rename)
            .orElseGet(() -> plain(statement, writer));
    return List.of(TranslatedStatement.change(sql, statement));
  }

  private static List<TranslatedStatement> altered(
      AlterTable alter, ScriptStatement statement, PostgresTableWriter writer) {
    List<TranslatedStatement> statements = new ArrayList<>();
    for (TableChange change : alter.changes()) {
      if (change instanceof TableChange.AddConstraint addition
          && addition.constraint() instanceof Constraint.Check check) {
        CheckGuard guard = new CheckGuard(alter.table(), check, writer.conditionOf(check));
        statements.add(guard.statement(statement));
      }
      if (change instanceof TableChange.DropColumn drop) {
        statements.add(LostIndexes.note(alter.table(), drop.column(), statement));
      }
      statements.add(TranslatedStatement.change(writer.alter(alter.table(), change), statement));
    }
    return statements;
  }

  @Override
  public void close() {}
}
