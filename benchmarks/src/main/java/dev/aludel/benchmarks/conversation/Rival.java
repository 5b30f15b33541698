package dev.aludel.benchmarks.conversation;

import java.sql.SQLException;
import java.util.List;

/**
 * One who keeps messages, used by one thread. All run the same statements, each in the way that its
 * own documentation recommends.
 *
 * @param <M> what it reads a row into
 */
public interface Rival<M> extends AutoCloseable {

  int NEWEST = 50;

  /**
   * Stores messages in one transaction: moves the session's last number by their count, and gives
   * them the numbers up to there.
   */
  void append(String session, List<Message> messages) throws SQLException;

  /** The last {@value #NEWEST} messages of a session, in whatever order. */
  List<M> newest(String session) throws SQLException;

  /** The message with this id, which is there. */
  M find(String id) throws SQLException;

  /** What was read, to be compared. */
  Message plain(M read);

  /** {@link #find}, to be compared. */
  default Message found(String id) throws SQLException {
    return plain(find(id));
  }

  /** {@link #newest}, to be compared. */
  default List<Message> foundNewest(String session) throws SQLException {
    return newest(session).stream().map(this::plain).toList();
  }

  @Override
  void close() throws SQLException;
}
