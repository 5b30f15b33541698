package dev.aludel.domain.conversation;

import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import java.time.Instant;

/**
 * The sessions of all users. Deleting a session deletes its messages in the same transaction.
 * Renaming a session or assigning an agent does not touch its time of update; {@link #touch} does.
 *
 * <p>The id and the user of a session are keys, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface Sessions extends MutableRepository<Session, Session.Id> {

  /** How many sessions {@link #deleteAllOfUser} deletes in one transaction. */
  int DELETE_BATCH = 500;

  /**
   * The sessions of one user, the one that was updated last first, equal times by descending id;
   * empty for a user without sessions. A session that is updated while somebody pages moves to the
   * front and may be missed.
   *
   * @throws InvalidCursorException when the request's cursor was made for another user or query
   */
  Page<Session> pageOfUser(String userId, PageRequest request);

  /**
   * Those sessions of one user in which one agent answers, in the order of {@link #pageOfUser}.
   *
   * @throws InvalidCursorException when the request's cursor was made for another user, agent or
   *     query
   */
  Page<Session> pageOfUserAndAgent(String userId, String agentId, PageRequest request);

  /**
   * Gives the session a name; the empty text is one.
   *
   * @throws NotFoundException when there is no such session
   */
  void rename(Session.Id id, String name);

  /**
   * Takes the session's name away; harmless when it has none.
   *
   * @throws NotFoundException when there is no such session
   */
  void clearName(Session.Id id);

  /**
   * Assigns an agent to a session that has none. Of several callers at once one succeeds.
   *
   * @return whether this call assigned it; false when an agent is there already, also the same one
   * @throws NotFoundException when there is no such session
   */
  boolean assignAgent(Session.Id id, String agentId);

  /**
   * Moves the session's time of update to {@code at}, cut to the millisecond, unless it is later
   * already: calls that overtake each other leave the greatest time.
   *
   * @throws NotFoundException when there is no such session
   */
  void touch(Session.Id id, Instant at);

  /**
   * Deletes some sessions of a user with their messages, in one transaction.
   *
   * @param limit how many at most, {@value PageRequest#MIN_LIMIT} to {@value PageRequest#MAX_LIMIT}
   * @return how many sessions were deleted; less than the limit when none is left
   * @throws IllegalArgumentException when the limit is out of range
   */
  int deleteOfUser(String userId, int limit);

  /**
   * Deletes all sessions of a user with their messages, in batches of {@value #DELETE_BATCH}. As a
   * single call each batch is a transaction of its own: after an error those before it stay
   * deleted, and calling again goes on.
   *
   * @return how many sessions were deleted
   */
  default long deleteAllOfUser(String userId) {
    long all = 0;
    int deleted;
    do {
      deleted = deleteOfUser(userId, DELETE_BATCH);
      all += deleted;
    } while (deleted == DELETE_BATCH);
    return all;
  }
}
