package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.persistence.jooq.generated.columns.SemanticMemories;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqSemanticMemories}. */
final class SemanticMemoryStatements {

  final EntityStatements<SemanticMemory> entities;
  final KeysetQuery<SemanticMemory> ofCategory;
  final KeysetQuery<SemanticMemory> leastImportant;

  SemanticMemoryStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, SemanticMemoryStatements::memory);
    ofCategory = entities.page("ofCategory");
    leastImportant = entities.page("leastImportant");
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
        new SemanticMemory.Id(row.number(SemanticMemories.ID)),
        row.time(SemanticMemories.CREATED_TIME),
        row.nullableText(SemanticMemories.CONTENT),
        row.nullableText(SemanticMemories.CATEGORY),
        row.real(SemanticMemories.IMPORTANCE),
        row.readOrNull(SemanticMemories.METADATA, Json::new),
        row.readBytesOrNull(
            SemanticMemories.EMBEDDING,
            bytes ->
                StoredEmbedding.read(
                    row.nullableText(SemanticMemories.EMBEDDING_MODEL),
                    row.nullableNumber(SemanticMemories.EMBEDDING_DIMENSION),
                    bytes)));
  }
}
