package dev.aludel.domain.memory;

import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import java.util.Collection;

/**
 * What an agent has learnt. A memory and its embedding are one entity: they are written, replaced
 * and removed together, in the same transaction.
 *
 * <p>The category of a memory is a key, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface SemanticMemories extends MutableRepository<SemanticMemory, SemanticMemory.Id> {

  /**
   * Adds a memory, with or without embedding, unless its id is there already; then the stored one
   * stays as it was. Remembering it again after an unknown outcome is harmless.
   *
   * @return whether it was added
   */
  boolean remember(SemanticMemory memory);

  /**
   * Removes memories, all in one transaction; those that are not there are no error.
   *
   * @return how many were there
   */
  int forget(Collection<SemanticMemory.Id> ids);

  /**
   * The memories of one category, the newest first, equal times by descending id; a memory without
   * a category is of none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another category or query
   */
  Page<SemanticMemory> pageOfCategory(String category, PageRequest request);

  /**
   * All memories, the least important first, equal ones by id. A memory whose importance changes
   * while somebody pages may be met again or missed.
   *
   * @throws InvalidCursorException when the request's cursor was made by another query
   */
  Page<SemanticMemory> pageLeastImportant(PageRequest request);
}
