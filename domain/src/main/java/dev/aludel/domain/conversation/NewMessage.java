package dev.aludel.domain.conversation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that is not in a session yet. What its place in the session decides is missing here.
 *
 * @param text what was said, of any length, in any script; may be empty
 * @param senderTypeOrNull the role of who said it, free text; null when not recorded
 * @param senderNameOrNull the name of who said it; null when not recorded
 * @param createdAt when it was said, cut to the millisecond
 */
public record NewMessage(
    ChatMessage.Id id,
    String text,
    @Nullable String senderTypeOrNull,
    @Nullable String senderNameOrNull,
    Instant createdAt) {

  /** Cuts the time to the millisecond. */
  public NewMessage {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
  }

  /** This message as it is stored, with its number in the session. */
  public ChatMessage placed(Session.Id session, long seq) {
    return new ChatMessage(id, session, seq, text, senderTypeOrNull, senderNameOrNull, createdAt);
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
