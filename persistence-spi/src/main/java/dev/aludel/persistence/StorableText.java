package dev.aludel.persistence;

import dev.aludel.domain.ValueNotStorableException;

/**
 * The one rule for text on every adapter: what one of the databases cannot hold, none takes, so
 * that changing the database never meets a text that does not fit.
 */
public final class StorableText {

  private StorableText() {}

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
