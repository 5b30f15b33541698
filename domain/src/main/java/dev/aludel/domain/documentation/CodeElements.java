package dev.aludel.domain.documentation;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import java.util.Collection;

/**
 * The functions and classes of all documents.
 *
 * <p>The name of a code element is a key, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface CodeElements extends MutableRepository<CodeElement, CodeElement.Id> {

  /**
   * All functions, then all classes, both in the order of their creation time and then their id.
   */
  @Override
  Page<CodeElement> page(PageRequest request);

  /**
   * The elements of one kind of one document by name, equal names by id; empty when there are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another document, kind or
   *     query
   */
  Page<CodeElement> page(Document.Id document, CodeElement.Kind kind, PageRequest request);

  /**
   * Makes the elements of a document those that are given, as a merge: an element is the stored one
   * with the same kind, name and parameters, and keeps that one's id and time of creation; among
   * several such, the first stored meets the first given, by lines. What differs in nothing but its
   * id and times is not written.
   *
   * @return how many were inserted, updated and deleted
   * @throws IllegalArgumentException when an element is of another document
   * @throws ConflictException when the id of a new element is there already, in whatever document
   * @throws ConstraintViolationException when there is no such document and elements are given
   */
  Merge replace(Document.Id document, Collection<CodeElement> elements);
}
