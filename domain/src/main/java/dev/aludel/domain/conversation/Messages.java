package dev.aludel.domain.conversation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Repository;
import dev.aludel.domain.ValueNotStorableException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The messages of all sessions. A message is appended to its session and never changes; there is no
 * insert, update or upsert. Within its session it has a number, {@code seq}: the first is 1, and
 * each further one is one more, whoever appends. A message that is deleted leaves its gap, and its
 * number is never given again.
 *
 * <p>The id of a message is a key, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface Messages extends Repository<ChatMessage, ChatMessage.Id> {

  /**
   * Appends one message, as {@link #append(Session.Id, List)} does.
   *
   * @return the message as it is stored, with its number
   * @throws NotFoundException when there is no such session
   * @throws ConflictException when the message's id is there already, in whatever session
   */
  default ChatMessage append(Session.Id session, NewMessage message) {
    return append(session, List.of(requireNonNull(message, "message"))).get(0);
  }

  /**
   * Appends messages to the end of a session, numbered in the order given, all or none. The session
   * itself is not touched: its time of update stays. An empty list does nothing and checks nothing.
   *
   * @return the messages as they are stored, with their numbers, in the order given
   * @throws NotFoundException when there is no such session
   * @throws ConflictException when one of the ids is there already, in whatever session, or twice
   *     in the list
   */
  List<ChatMessage> append(Session.Id session, List<NewMessage> messages);

  /**
   * As {@link #append(Session.Id, List)}, if nobody else has appended meanwhile.
   *
   * @param expectedSeq the number that the caller knows to be the session's last, as {@link
   *     #lastSeq} gives it
   * @throws AppendConflictException when the session's last number is another one; carries what was
   *     appended behind {@code expectedSeq}. It leaves a block usable.
   */
  List<ChatMessage> appendAfter(Session.Id session, long expectedSeq, List<NewMessage> messages);

  /**
   * The number that was given last in a session, also when that message is deleted; 0 when none
   * was.
   *
   * @throws NotFoundException when there is no such session
   */
  long lastSeq(Session.Id session);

  /**
   * The messages of one session, oldest first, by number; empty when there are none or no such
   * session.
   *
   * @throws InvalidCursorException when the request's cursor was made for another session or query
   */
  Page<ChatMessage> page(Session.Id session, PageRequest request);

  /**
   * The messages of one session with a number greater than {@code seq}, oldest first: what came
   * since the caller looked last.
   *
   * @throws InvalidCursorException when the request's cursor was made for another session, number
   *     or query
   */
  Page<ChatMessage> pageAfter(Session.Id session, long seq, PageRequest request);

  /**
   * The messages of one session with a number less than {@code seq}, newest first: further and
   * further into the past.
   *
   * @throws InvalidCursorException when the request's cursor was made for another session, number
   *     or query
   */
  Page<ChatMessage> pageBefore(Session.Id session, long seq, PageRequest request);

  /**
   * The last messages of a session, oldest first; empty when there are none or no such session.
   *
   * @param count how many at most, 1 to {@value Window#MAX_MESSAGES}
   */
  default List<ChatMessage> last(Session.Id session, int count) {
    return window(session, Window.ofMessages(count));
  }

  /**
   * The last messages of a session that fit a model's window, oldest first and without a gap: the
   * first one that does not fit ends it, also when an older one would fit. Empty when not even the
   * last one fits, when there are none, or no such session.
   */
  List<ChatMessage> window(Session.Id session, Window window);

  /**
   * All messages of a session in the order of {@link #page(Session.Id, PageRequest)}, as {@link
   * #stream(Function)} gives those of all sessions.
   */
  <T extends @Nullable Object> T stream(
      Session.Id session, Function<Stream<ChatMessage>, T> reader);

  /** How many messages a session has now; 0 when there is no such session. */
  long count(Session.Id session);
}
