package dev.aludel.persistence.jooq.statement;

import java.util.List;
import org.jooq.Table;

/**
 * A statement rendered for one database.
 *
 * @param table the table it is about, for messages
 * @param parameters the places its values go to, in order: {@code sessions.name}
 */
record CompiledStatement(String sql, Table<?> table, List<String> parameters) {

  CompiledStatement {
    parameters = List.copyOf(parameters);
  }
}
