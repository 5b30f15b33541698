package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.SEMANTIC_MEMORIES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqSemanticMemories}. */
final class SemanticMemoryStatements {

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

  final EntityStatements<SemanticMemory> entities;
  final KeysetQuery<SemanticMemory> ofCategory;
  final KeysetQuery<SemanticMemory> leastImportant;

  SemanticMemoryStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            SEMANTIC_MEMORIES,
            SEMANTIC_MEMORIES.ID,
            DATA,
            KeysetOrder.ascending(SEMANTIC_MEMORIES.CREATED_TIME, SEMANTIC_MEMORIES.ID),
            SemanticMemoryStatements::memory);
    ofCategory =
        entities.page(
            SEMANTIC_MEMORIES.CATEGORY.eq(parameter(SEMANTIC_MEMORIES.CATEGORY)),
            KeysetOrder.descending(SEMANTIC_MEMORIES.CREATED_TIME, SEMANTIC_MEMORIES.ID));
    leastImportant =
        entities.page(
            noCondition(),
            KeysetOrder.ascending(SEMANTIC_MEMORIES.IMPORTANCE, SEMANTIC_MEMORIES.ID));
  }

  /** The memory's values in the order of the columns, the id last. */
  static @Nullable Object[] values(SemanticMemory memory) {
    Embedding embedding = memory.embeddingOrNull();
    return new @Nullable Object[] {
      memory.createdAt().toEpochMilli(),
      memory.contentOrNull(),
      memory.categoryOrNull(),
      memory.importance(),
      JsonText.of(memory.metadataOrNull()),
      embedding == null ? null : StoredEmbedding.bytes(embedding),
      embedding == null ? null : embedding.model(),
      embedding == null ? null : embedding.dimension(),
      memory.id().value()
    };
  }

  private static SemanticMemory memory(Row row) {
    return new SemanticMemory(
        new SemanticMemory.Id(row.number(SEMANTIC_MEMORIES.ID)),
        row.time(SEMANTIC_MEMORIES.CREATED_TIME),
        row.nullableText(SEMANTIC_MEMORIES.CONTENT),
        row.nullableText(SEMANTIC_MEMORIES.CATEGORY),
        row.real(SEMANTIC_MEMORIES.IMPORTANCE),
        row.readOrNull(SEMANTIC_MEMORIES.METADATA, Json::new),
        row.readBytesOrNull(
            SEMANTIC_MEMORIES.EMBEDDING,
            bytes ->
                StoredEmbedding.read(
                    row.nullableText(SEMANTIC_MEMORIES.EMBEDDING_MODEL),
                    row.nullableNumber(SEMANTIC_MEMORIES.EMBEDDING_DIMENSION),
                    bytes)));
  }
}
