package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.SourceText;
import java.util.Optional;

/** Lines of psql's own, such as the {@code \restrict} with which {@code pg_dump} begins. */
final class ShellCommand {
  private ShellCommand() {}

  /** Why a statement has no place in a script; empty if it begins with no such line. */
  static Optional<ScriptException> refusal(OpenStatement statement, SourceText source) {
    if (!statement.tokens().get(0).isSymbol('\\')) {
      return Optional.empty();
    }
    String line = statement.text(source).lines().findFirst().orElse("");
    return Optional.of(
        new ScriptException(
            source.position(statement.offset()),
            "\"%s\" is a command of psql, and no SQL: only psql reads it. Leave the line out."
                .formatted(Excerpt.of(line))));
  }
}
