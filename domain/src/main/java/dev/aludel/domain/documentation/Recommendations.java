package dev.aludel.domain.documentation;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The recommendations of all projects, with what belongs to them: suggested changes, links to
 * inconsistencies and developers' decisions, which go with them.
 *
 * <p>The active recommendation of a project is its current one, and there is one at most: what
 * would make another is refused. Databases that other programs wrote may have further active ones,
 * which are found by their status; they can be decided, invalidated and deleted, and not written as
 * active while another is current.
 */
public interface Recommendations extends MutableRepository<Recommendation, Recommendation.Id> {

  /**
   * Adds an active recommendation with its suggested changes and the inconsistencies that it is
   * about, and makes those of them that are pending part of a recommendation, updated when it is
   * proposed; all in one transaction.
   *
   * @param inconsistencies each once; may be empty
   * @param changes may be empty
   * @throws IllegalArgumentException when it is not active, or a change is of another
   *     recommendation
   * @throws ConflictException when one of the ids is there already, an inconsistency is given
   *     twice, or the project has a current recommendation: decide or invalidate that one first
   * @throws ConstraintViolationException when an inconsistency or a document is not there
   */
  void propose(
      Recommendation recommendation,
      Collection<Inconsistency.Id> inconsistencies,
      Collection<SuggestedChange> changes);

  /** The current recommendation of a project; absent when there is none. */
  Optional<Recommendation> current(Project.Id project);

  /**
   * The recommendations of one project, the one that was proposed last first, equal times by
   * descending id; empty when there are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another project or query
   */
  Page<Recommendation> page(Project.Id project, PageRequest request);

  /**
   * The recommendations with a status, of all projects and of none, in the order of {@link
   * #page(Project.Id, PageRequest)}.
   *
   * @throws InvalidCursorException when the request's cursor was made for another status or query
   */
  Page<Recommendation> page(Recommendation.Status status, PageRequest request);

  /**
   * The changes that a recommendation suggests, by id; empty when there are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another recommendation or
   *     query
   */
  Page<SuggestedChange> changes(Recommendation.Id id, PageRequest request);

  /**
   * The inconsistencies that a recommendation is about, by id; empty when there are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another recommendation or
   *     query
   */
  Page<Inconsistency.Id> inconsistencies(Recommendation.Id id, PageRequest request);

  /**
   * What developers decided about a recommendation, the latest first, equal times by descending id;
   * empty when there is nothing.
   *
   * @throws InvalidCursorException when the request's cursor was made for another recommendation or
   *     query
   */
  Page<DeveloperDecision> decisions(Recommendation.Id id, PageRequest request);

  /**
   * Keeps what a developer decided about an active recommendation, which gets the status of the
   * verdict, the comments, if there are any, as its feedback, and the time of the decision as that
   * of its update; in one transaction. Its inconsistencies stay what they are. Of two that decide
   * at once, one wins.
   *
   * @return whether the recommendation was there and active; if not, nothing is kept
   * @throws ConflictException when the decision's id is there already
   */
  boolean decide(DeveloperDecision decision);

  /**
   * Makes an active recommendation an invalidated one, updated at {@code at}. Its inconsistencies
   * stay what they are.
   *
   * @return whether it was there and active
   */
  boolean invalidate(Recommendation.Id id, Instant at);

  /**
   * Removes recommendations that are not active and were proposed before {@code before}, the oldest
   * first, with what belongs to them. To remove all, repeat it until it removes fewer than the
   * limit.
   *
   * @param limit the most that it removes, 1 to {@value PageRequest#MAX_LIMIT}
   * @return what it removed
   * @throws IllegalArgumentException when the limit is out of range
   */
  List<Recommendation> purge(Instant before, int limit);
}
