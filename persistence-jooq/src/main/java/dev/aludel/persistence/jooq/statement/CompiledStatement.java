package dev.aludel.persistence.jooq.statement;

import java.util.List;

/**
 * A statement rendered for one database.
 *
 * @param table what it is about, for messages
 * @param parameters where its values go, in order
 * @param columns what it finds, in order; empty for one that finds nothing
 */
record CompiledStatement(
    String sql, TableKeys table, List<Parameter> parameters, List<FoundColumn> columns) {

  static final int NOT_GIVEN = -1;

  /**
   * The table of a statement.
   *
   * @param key the places of its primary key
   * @param references the columns that point to other tables
   */
  record TableKeys(String table, List<String> key, List<String> references) {

    TableKeys {
      key = List.copyOf(key);
      references = List.copyOf(references);
    }
  }

  /**
   * A column that a statement finds.
   *
   * @param given the index of the statement's value that every row has in it, or {@link #NOT_GIVEN}
   */
  record FoundColumn(String place, int given) {}

  CompiledStatement {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }
}
