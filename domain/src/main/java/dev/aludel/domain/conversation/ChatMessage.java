package dev.aludel.domain.conversation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message of a session, as it is stored. Storages make it out of a {@link NewMessage}.
 *
 * @param sessionId the session it belongs to and goes with
 * @param seq its number in the session, from 1; later messages have greater ones
 * @param text what was said, of any length, in any script; may be empty
 * @param senderTypeOrNull the role of who said it, free text; null when not recorded
 * @param senderNameOrNull the name of who said it; null when not recorded
 * @param createdAt when it was said, cut to the millisecond
 */
public record ChatMessage(
    Id id,
    Session.Id sessionId,
    long seq,
    String text,
    @Nullable String senderTypeOrNull,
    @Nullable String senderNameOrNull,
    Instant createdAt) {

  /**
   * A message's id: any text but the empty one, by default a UUID of version 7.
   *
   * @param value the id as it is stored
   */
  public record Id(String value) {

    /** Refuses the empty text. */
    public Id {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("A message's id must not be empty.");
      }
    }

    /** A new id, greater than the ones made before it. */
    public static Id next(TimeOrderedUuids uuids) {
      return new Id(uuids.next());
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** Cuts the time to the millisecond. */
  public ChatMessage {
    requireNonNull(id, "id");
    requireNonNull(sessionId, "sessionId");
    requireNonNull(text, "text");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
  }

  /** The role of who said it; absent when not recorded. */
  public Optional<String> senderType() {
    return Optional.ofNullable(senderTypeOrNull);
  }

  /** The name of who said it; absent when not recorded. */
  public Optional<String> senderName() {
    return Optional.ofNullable(senderNameOrNull);
  }
}
