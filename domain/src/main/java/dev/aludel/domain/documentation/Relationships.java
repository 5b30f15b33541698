package dev.aludel.domain.documentation;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;

/**
 * The relationships of all documents. No two have the same source, target, type, topic and scope. A
 * relationship goes with either of its documents.
 *
 * <p>The topic and the scope of a relationship are keys, of at most 1,024 bytes in UTF-8: see
 * {@link ValueNotStorableException}.
 */
public interface Relationships
    extends MutableRepository<DocumentRelationship, DocumentRelationship.Id> {

  /** The greatest depth of a neighbourhood. */
  int MAX_DEPTH = 32;

  /**
   * Adds the relationship, unless one with the same source, target, type, topic and scope is there,
   * which then stays as it is. Repeating it changes nothing.
   *
   * @return the relationship that is stored, the given one or the one that was there
   * @throws ConflictException when there is none, and the id is there already
   * @throws ConstraintViolationException when one of the documents is not there
   */
  DocumentRelationship link(DocumentRelationship relationship);

  /**
   * The relationships of one document in one direction by id; empty when there are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another document,
   *     direction or query
   */
  Page<DocumentRelationship> page(
      Document.Id document, DocumentRelationship.Direction direction, PageRequest request);

  /**
   * The documents that are reached from one document over relationships, followed either way: the
   * nearest first, equal distances by id. The document itself is not among them.
   *
   * @param depth the most relationships on the way, 1 to {@value #MAX_DEPTH}
   * @throws IllegalArgumentException when the depth is out of range
   * @throws InvalidCursorException when the request's cursor was made for another document, depth
   *     or query
   */
  Page<Neighbour> neighbourhood(Document.Id document, int depth, PageRequest request);

  /**
   * Removes all relationships of a document, in both directions.
   *
   * @return how many there were
   */
  int unlinkAll(Document.Id document);
}
