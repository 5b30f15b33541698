package dev.aludel.benchmarks.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code chat_messages}, and what a rival is given to store.
 *
 * @param createdTime in milliseconds since 1970
 */
public record Message(
    String id,
    String sessionId,
    long seq,
    String text,
    @Nullable String senderType,
    @Nullable String senderName,
    long createdTime) {

  private static final long FIRST_TIME = 1_760_000_000_000L;
  private static final String ANSWER =
      "The parser stops at the first section that it does not know. I have compared the three"
          + " drafts; the second — «naïve, but short» — is the one to keep. Answer ";

  /** The message with this number in a session: always the same one, with an id of its own. */
  static Message of(int session, long seq) {
    return seq % 2 == 1
        ? new Message(
            id(session, seq),
            session(session),
            seq,
            "What does section " + seq + " say, and who wrote it?",
            "user",
            null,
            FIRST_TIME + seq)
        : new Message(
            id(session, seq),
            session(session),
            seq,
            ANSWER + seq,
            "assistant",
            "Researcher",
            FIRST_TIME + seq);
  }

  /** The row that a query for these columns, in this order, is at. */
  static Message read(ResultSet row) throws SQLException {
    return new Message(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getLong(7));
  }

  /** So many messages of a session, from this one on. */
  static List<Message> from(int session, long seq, int count) {
    return LongStream.range(seq, seq + count).mapToObj(next -> of(session, next)).toList();
  }

  static String id(int session, long seq) {
    return uuid(FIRST_TIME + seq, session);
  }

  static String session(int number) {
    return uuid(FIRST_TIME, number);
  }

  // Of version 7: milliseconds first, so that later ones are greater.
  private static String uuid(long time, int number) {
    return new UUID(time << 16 | 0x7000, 1L << 63 | number).toString();
  }
}
