package dev.aludel.migrations.dialect;

import static java.util.Objects.requireNonNull;

/** A table of one schema, wherever a search path leads. On SQLite the schema is a database. */
public record TableName(String schema, String table) {
  public TableName {
    requireNonNull(schema, "schema");
    requireNonNull(table, "table");
  }
}
