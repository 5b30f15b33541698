package dev.aludel.persistence.jooq.statement;

import java.util.List;
import org.jooq.Table;

/**
 * A statement rendered for one database.
 *
 * @param table the table it is about, for messages
 * @param parameters where its values go, in order
 */
record CompiledStatement(String sql, Table<?> table, List<Parameter> parameters) {

  CompiledStatement {
    parameters = List.copyOf(parameters);
  }
}
