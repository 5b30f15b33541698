package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.SemanticMemories;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.persistence.StorableText;
import java.util.Collection;

/** The memories in memory. */
final class InMemorySemanticMemories
    extends MutableTableRepository<SemanticMemory, SemanticMemory.Id> implements SemanticMemories {

  private static final Table<SemanticMemory, SemanticMemory.Id> TABLE =
      Table.of("semantic_memories", SemanticMemory::id)
          .text("content", SemanticMemory::contentOrNull)
          .text("category", SemanticMemory::categoryOrNull)
          .json("metadata", SemanticMemory::metadataOrNull)
          .text("embedding_model", memory -> memory.embedding().map(Embedding::model).orElse(null));

  InMemorySemanticMemories(Calls calls) {
    super(TABLE, "semantic memory", MemoryKeysets.SEMANTIC_MEMORIES, calls);
  }

  @Override
  public boolean remember(SemanticMemory memory) {
    requireNonNull(memory, "memory");
    return insertIfAbsent(memory);
  }

  @Override
  public int forget(Collection<SemanticMemory.Id> ids) {
    requireNonNull(ids, "ids");
    return calls()
        .write(tables -> (int) ids.stream().filter(id -> tables.delete(TABLE, id)).count());
  }

  @Override
  public Page<SemanticMemory> pageOfCategory(String category, PageRequest request) {
    requireNonNull(category, "category");
    requireNonNull(request, "request");
    StorableText.require("semantic_memories.category", category);
    return page(
        MemoryKeysets.semanticMemoriesOf(category),
        Direction.DESCENDING,
        request,
        memories -> memories.filter(memory -> category.equals(memory.categoryOrNull())));
  }

  @Override
  public Page<SemanticMemory> pageLeastImportant(PageRequest request) {
    requireNonNull(request, "request");
    return page(MemoryKeysets.LEAST_IMPORTANT, Direction.ASCENDING, request, memories -> memories);
  }
}
