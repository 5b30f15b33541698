package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A value that no database can hold, or that the column is too narrow for. Nothing was written.
 *
 * <p>Every storage refuses the same texts, whatever its database could hold, so that the database
 * can be changed: those with the character U+0000 or half a surrogate pair, and keys of more than
 * 1,024 bytes in UTF-8. Keys are the texts by which things are found or told apart: the ids of
 * sessions and messages, the user of a session, the type of an episode, the key of a long-term
 * entry, the category of a memory, the root of a project, path and digest of a document, topic and
 * scope of a relationship, the name of a code element. All other texts may be as long as memory
 * allows. A key that is too long is refused when it is written; who asks for one finds what another
 * program may have written.
 */
public final class ValueNotStorableException extends StorageException {

  private final String place;

  /**
   * @param place where the value was to go: {@code sessions.name}
   * @param reason why it cannot be stored and what to do, in whole sentences
   */
  public ValueNotStorableException(String place, String reason, @Nullable Throwable cause) {
    super(
        "A value for %s cannot be stored. %s"
            .formatted(requireNonNull(place, "place"), requireNonNull(reason, "reason")),
        cause);
    this.place = place;
  }

  /** Where the value was to go: {@code sessions.name}, or the table when nobody knows more. */
  public String place() {
    return place;
  }
}
