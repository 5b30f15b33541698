package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.SourceText;

/** Lines of psql's own, such as the {@code \restrict} with which {@code pg_dump} begins. */
final class ShellCommand {
  private ShellCommand() {}

  /** Refuses a statement that begins with one. */
  static void refuse(OpenStatement statement, SourceText source) {
    if (statement.tokens().get(0).isSymbol('\\')) {
      String line = statement.text(source).lines().findFirst().orElse("");
      throw new ScriptException(
          source.position(statement.offset()),
          "\"%s\" is a command of psql, and no SQL: only psql reads it. Leave the line out."
              .formatted(Excerpt.of(line)));
    }
  }
}
