package dev.aludel.domain.conversation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.Page;
import java.util.List;

/** A session's last message is not the one that the caller knew. Nothing was appended. */
public final class AppendConflictException extends ConflictException {

  private final Session.Id session;
  private final long expectedSeq;
  private final long lastSeq;
  private final Page<ChatMessage> appendedMeanwhile;

  /**
   * @param expectedSeq the last number that the caller knew
   * @param lastSeq the last number there is
   * @param appendedMeanwhile the first page of the messages behind {@code expectedSeq}, as {@link
   *     Messages#pageAfter} gives it
   */
  public AppendConflictException(
      Session.Id session, long expectedSeq, long lastSeq, Page<ChatMessage> appendedMeanwhile) {
    super(
        "The last message of session \"%s\" has the number %d, where %d was expected; nothing was appended. Look at what was appended meanwhile, and append behind that."
            .formatted(session, lastSeq, expectedSeq),
        "chat_messages",
        List.of("session_id", "seq"));
    this.session = session;
    this.expectedSeq = expectedSeq;
    this.lastSeq = lastSeq;
    this.appendedMeanwhile = requireNonNull(appendedMeanwhile, "appendedMeanwhile");
  }

  /** The session that was to be appended to. */
  public Session.Id session() {
    return session;
  }

  /** The last number that the caller knew. */
  public long expectedSeq() {
    return expectedSeq;
  }

  /** The last number there is: what to expect next. */
  public long lastSeq() {
    return lastSeq;
  }

  /**
   * The messages behind {@link #expectedSeq}, oldest first, up to {@value
   * dev.aludel.domain.PageRequest#MAX_LIMIT}; {@link Messages#pageAfter} goes on behind it. Empty
   * when they were deleted, or when there never were as many messages as expected.
   */
  public Page<ChatMessage> appendedMeanwhile() {
    return appendedMeanwhile;
  }
}
