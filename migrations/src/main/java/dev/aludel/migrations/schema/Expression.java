package dev.aludel.migrations.schema;

import static java.util.Objects.requireNonNull;

/**
 * An expression in portable SQL.
 *
 * @param offset where it begins in its statement
 */
public record Expression(String sql, int offset) {

  public Expression {
    requireNonNull(sql, "sql");
  }
}
