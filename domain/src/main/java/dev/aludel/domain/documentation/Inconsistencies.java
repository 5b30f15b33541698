package dev.aludel.domain.documentation;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.time.Instant;
import java.util.Collection;

/**
 * The inconsistencies of all projects, and which documents they concern. An inconsistency outlives
 * its documents, and goes with its project.
 */
public interface Inconsistencies extends MutableRepository<Inconsistency, Inconsistency.Id> {

  /**
   * Adds an inconsistency with the documents that it concerns, in one transaction.
   *
   * @param documents each once; may be empty
   * @throws ConflictException when its id is there already, or a document is given twice
   * @throws ConstraintViolationException when a document is not there
   */
  void report(Inconsistency inconsistency, Collection<Document.Id> documents);

  /**
   * The documents that an inconsistency concerns, by id; empty when there are none, or no such
   * inconsistency.
   *
   * @throws InvalidCursorException when the request's cursor was made for another inconsistency or
   *     query
   */
  Page<Document.Id> documents(Inconsistency.Id id, PageRequest request);

  /**
   * The inconsistencies with a status, of all projects and of none, the one that was found last
   * first, equal times by descending id. One that changes its status while somebody pages may be
   * missed.
   *
   * @throws InvalidCursorException when the request's cursor was made for another status or query
   */
  Page<Inconsistency> page(Inconsistency.Status status, PageRequest request);

  /**
   * The inconsistencies of a severity, of all projects and of none, in the order of {@link
   * #page(Inconsistency.Status, PageRequest)}.
   *
   * @throws InvalidCursorException when the request's cursor was made for another severity or query
   */
  Page<Inconsistency> page(Inconsistency.Severity severity, PageRequest request);

  /**
   * The inconsistencies of one project with a status, in the order of {@link
   * #page(Inconsistency.Status, PageRequest)}.
   *
   * @throws InvalidCursorException when the request's cursor was made for another project, status
   *     or query
   */
  Page<Inconsistency> page(Project.Id project, Inconsistency.Status status, PageRequest request);

  /**
   * The inconsistencies of one project of a severity, in the order of {@link
   * #page(Inconsistency.Status, PageRequest)}.
   *
   * @throws InvalidCursorException when the request's cursor was made for another project, severity
   *     or query
   */
  Page<Inconsistency> page(
      Project.Id project, Inconsistency.Severity severity, PageRequest request);

  /**
   * Gives an inconsistency another status, if it has the one that is expected: of two that try at
   * once, one wins. What becomes resolved is resolved at {@code at}, which is also the time of its
   * update; what is no more resolved has no such time.
   *
   * @return whether it was there with the status {@code from}
   */
  boolean transition(
      Inconsistency.Id id, Inconsistency.Status from, Inconsistency.Status to, Instant at);
}
