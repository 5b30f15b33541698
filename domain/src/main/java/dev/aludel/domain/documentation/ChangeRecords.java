package dev.aludel.domain.documentation;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.util.Collection;

/** The change records of all documents. */
public interface ChangeRecords extends MutableRepository<ChangeRecord, ChangeRecord.Id> {

  /**
   * The change records of one document, the latest change first, equal times by descending id;
   * empty when there are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another document or query
   */
  Page<ChangeRecord> page(Document.Id document, PageRequest request);

  /**
   * Makes the change records of a document those that are given: what is there goes, the given ones
   * come, in one transaction.
   *
   * @throws IllegalArgumentException when one is of another document
   * @throws ConflictException when an id is there already in another document, or given twice
   * @throws ConstraintViolationException when there is no such document and some are given
   */
  void replace(Document.Id document, Collection<ChangeRecord> given);
}
