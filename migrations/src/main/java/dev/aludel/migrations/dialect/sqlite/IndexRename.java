package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ScratchSchema.Companion;
import dev.aludel.migrations.operation.RenameIndex;
import dev.aludel.migrations.operation.RenameIndex.Presence;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * SQLite renames no index: it is dropped, and made under its new name from its own text, so that
 * all that it says stays.
 */
final class IndexRename {
  private final ScratchSchema schema;
  private final RenameIndex renaming;
  private final ScriptStatement origin;
  private final SqliteTableWriter writer;

  IndexRename(ScratchSchema schema, RenameIndex renaming, ScriptStatement origin) {
    this.schema = schema;
    this.renaming = renaming;
    this.origin = origin;
    this.writer = new SqliteTableWriter(origin);
  }

  /** What renames it, in order; nothing if it need not be there and is not. */
  List<String> statements() {
    if (origin.execution() == Execution.AUTOCOMMIT) {
      throw writer.refusal(
          "SQLite renames an index by making it anew, which needs a transaction. Take \"--@"
              + " autocommit\" out.");
    }
    String name = TableChanges.name(renaming.index());
    Optional<Companion> index = schema.index(name);
    if (index.isEmpty() && renaming.presence() == Presence.MAY_BE_ABSENT) {
      return List.of();
    }
    Companion present =
        index.orElseThrow(
            () -> writer.refusal("there is no index %s to rename.".formatted(renaming.index())));
    if (present.sql().isEmpty()) {
      throw writer.refusal(
          "the index %s belongs to a constraint of its table, and SQLite alone gives it a name. Leave the statement out on SQLite: put \"--@ verbatim postgresql\" before it."
              .formatted(renaming.index()));
    }
    return List.of("drop index " + SqlText.name(present.name()), renamed(present.sql()));
  }

  // SQLite keeps "CREATE [UNIQUE] INDEX name ON ..." of it, whatever stood before the name.
  private String renamed(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    Token name = tokens.get(tokens.get(1).isWord("unique") ? 3 : 2);
    return sql.substring(0, name.offset()) + renaming.newName() + sql.substring(name.end());
  }
}
