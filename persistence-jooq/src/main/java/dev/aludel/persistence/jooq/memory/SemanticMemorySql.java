package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.SEMANTIC_MEMORIES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;

/** The SQL of {@link SemanticMemoryStatements}. */
final class SemanticMemorySql {

  private static final List<Field<?>> DATA =
      List.of(
          SEMANTIC_MEMORIES.CREATED_TIME,
          SEMANTIC_MEMORIES.CONTENT,
          SEMANTIC_MEMORIES.CATEGORY,
          SEMANTIC_MEMORIES.IMPORTANCE,
          SEMANTIC_MEMORIES.METADATA,
          SEMANTIC_MEMORIES.EMBEDDING,
          SEMANTIC_MEMORIES.EMBEDDING_MODEL,
          SEMANTIC_MEMORIES.EMBEDDING_DIMENSION);

  private SemanticMemorySql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            SEMANTIC_MEMORIES,
            SEMANTIC_MEMORIES.ID,
            DATA,
            KeysetOrder.ascending(SEMANTIC_MEMORIES.CREATED_TIME, SEMANTIC_MEMORIES.ID));
    entities.page(
        "ofCategory",
        SEMANTIC_MEMORIES.CATEGORY.eq(parameter(SEMANTIC_MEMORIES.CATEGORY)),
        KeysetOrder.descending(SEMANTIC_MEMORIES.CREATED_TIME, SEMANTIC_MEMORIES.ID));
    entities.page(
        "leastImportant",
        noCondition(),
        KeysetOrder.ascending(SEMANTIC_MEMORIES.IMPORTANCE, SEMANTIC_MEMORIES.ID));
  }
}
