package dev.aludel.persistence;

import dev.aludel.domain.ValueNotStorableException;
import java.util.Set;

/**
 * The one rule for text on every adapter: what one of the databases cannot hold, none takes, so
 * that changing the database never meets a text that does not fit. Texts that are keys are short;
 * all others may be as long as memory allows.
 */
public final class StorableText {

  /**
   * The most bytes of UTF-8 that a key may have: what is told apart by it or found by it has an
   * index, and two such texts must fit one entry of PostgreSQL's.
   */
  public static final int MAX_KEY_BYTES = 1_024;

  private static final Set<String> KEYS =
      Set.of(
          "sessions.id",
          "sessions.user_id",
          "chat_messages.id",
          "episodes.event_type",
          "long_term.key",
          "semantic_memories.category",
          "projects.root_path",
          "documents.path",
          "documents.md5_digest",
          "document_relationships.topic",
          "document_relationships.scope",
          "functions.name",
          "classes.name");

  private StorableText() {}

  /** The places of all keys: {@code sessions.id}. What refers to one has its length already. */
  public static Set<String> keys() {
    return KEYS;
  }

  /**
   * As {@link #require}, for text that is to be written; refuses a key that is too long too. Asking
   * for such a key is no error: a database that another program wrote may hold it.
   *
   * @param place where the text is to go: {@code sessions.name}
   * @return the text, unchanged
   * @throws ValueNotStorableException when it cannot be stored; does not show the text
   */
  public static String requireWritable(String place, String text) {
    require(place, text);
    long bytes = KEYS.contains(place) ? bytes(text) : 0;
    if (bytes > MAX_KEY_BYTES) {
      throw new ValueNotStorableException(
          place,
          "It is a key and has %d bytes in UTF-8, where a key may have %d. Shorten it."
              .formatted(bytes, MAX_KEY_BYTES),
          null);
    }
    return text;
  }

  private static long bytes(String text) {
    return text.codePoints().mapToLong(StorableText::bytes).sum();
  }

  private static int bytes(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
  }

  /**
   * Refuses text with the character U+0000, which PostgreSQL cannot hold, and with half a surrogate
   * pair, which has no form in UTF-8.
   *
   * @param place where the text is to go: {@code sessions.name}
   * @return the text, unchanged
   * @throws ValueNotStorableException when it cannot be stored; names the index, not the text
   */
  public static String require(String place, String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '\0') {
        throw refusal(place, "the character U+0000", index);
      }
      if (Character.isSurrogate(character)) {
        if (!isPairAt(text, index)) {
          throw refusal(place, "half a surrogate pair", index);
        }
        index++;
      }
    }
    return text;
  }

  private static boolean isPairAt(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }

  private static ValueNotStorableException refusal(String place, String what, int index) {
    return new ValueNotStorableException(
        place, "It holds %s at index %d. Remove or replace it.".formatted(what, index), null);
  }
}
