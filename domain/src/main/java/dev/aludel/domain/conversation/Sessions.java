package dev.aludel.domain.conversation;

import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;

/** The sessions of all users. Deleting a session deletes its messages in the same transaction. */
public interface Sessions extends MutableRepository<Session, Session.Id> {

  /**
   * The sessions of one user, the one that was updated last first, equal times by descending id;
   * empty for a user without sessions. A session that is updated while somebody pages moves to the
   * front and may be missed.
   *
   * @throws InvalidCursorException when the request's cursor was made for another user or query
   */
  Page<Session> pageOfUser(String userId, PageRequest request);
}
