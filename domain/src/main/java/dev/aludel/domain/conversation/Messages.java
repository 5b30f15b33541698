package dev.aludel.domain.conversation;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Repository;
import java.util.List;

/**
 * The messages of all sessions. A message is appended to its session and never changes; there is no
 * insert, update or upsert.
 */
public interface Messages extends Repository<ChatMessage, ChatMessage.Id> {

  /**
   * Appends one message, as {@link #append(Session.Id, List)} does.
   *
   * @return the message as it is stored
   * @throws NotFoundException when there is no such session
   * @throws ConflictException when the message's id is there already, in whatever session
   */
  default ChatMessage append(Session.Id session, NewMessage message) {
    return append(session, List.of(message)).get(0);
  }

  /**
   * Appends messages to the end of a session in the order given, all or none. The session itself is
   * not touched: its time of update stays. An empty list does nothing and checks nothing.
   *
   * @return the messages as they are stored, in the order given
   * @throws NotFoundException when there is no such session
   * @throws ConflictException when one of the ids is there already, in whatever session, or twice
   *     in the list
   */
  List<ChatMessage> append(Session.Id session, List<NewMessage> messages);

  /**
   * The messages of one session, oldest first, equal times by id; empty when there are none or no
   * such session.
   *
   * @throws InvalidCursorException when the request's cursor was made for another session or query
   */
  Page<ChatMessage> page(Session.Id session, PageRequest request);

  /** How many messages a session has now; 0 when there is no such session. */
  long count(Session.Id session);
}
