package dev.aludel.migrations.dialect;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.script.ScriptStatement;

/**
 * A statement as a database runs it.
 *
 * @param origin the statement of the script that it comes from
 */
public record TranslatedStatement(String sql, ScriptStatement origin) {
  public TranslatedStatement {
    requireNonNull(sql, "sql");
    requireNonNull(origin, "origin");
  }
}
