package dev.aludel.persistence.jooq.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.SemanticMemories;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The memories in the table {@code semantic_memories}. */
final class JooqSemanticMemories extends EntityRepository<SemanticMemory, SemanticMemory.Id>
    implements SemanticMemories {

  private final SemanticMemoryStatements statements;

  JooqSemanticMemories(SemanticMemoryStatements statements, Calls calls) {
    super(statements.entities, MemoryKeysets.SEMANTIC_MEMORIES, "semantic memory", calls);
    this.statements = statements;
  }

  @Override
  public boolean remember(SemanticMemory memory) {
    requireNonNull(memory, "memory");
    return insertIfAbsent(memory);
  }

  @Override
  public int forget(Collection<SemanticMemory.Id> ids) {
    requireNonNull(ids, "ids");
    return deleteAll(ids);
  }

  @Override
  public Page<SemanticMemory> pageOfCategory(String category, PageRequest request) {
    requireNonNull(category, "category");
    requireNonNull(request, "request");
    return statements.ofCategory.page(
        calls(), MemoryKeysets.semanticMemoriesOf(category), request, category);
  }

  @Override
  public Page<SemanticMemory> pageLeastImportant(PageRequest request) {
    requireNonNull(request, "request");
    return statements.leastImportant.page(calls(), MemoryKeysets.LEAST_IMPORTANT, request);
  }

  @Override
  protected Object key(SemanticMemory.Id id) {
    return id.value();
  }

  @Override
  protected SemanticMemory.Id id(SemanticMemory memory) {
    return memory.id();
  }

  @Override
  protected @Nullable Object[] values(SemanticMemory memory) {
    return SemanticMemoryStatements.values(memory);
  }
}
