package dev.aludel.persistence.jooq.memory;

import java.util.Optional;

/** Where the texts that begin with a prefix end, when texts are in the order of code points. */
final class PrefixEnd {

  private PrefixEnd() {}

  /**
   * The first text behind all those that begin with the prefix; absent when there is none, as for
   * the empty prefix.
   */
  static Optional<String> of(String prefix) {
    int end = prefix.length();
    while (end > 0) {
      int last = prefix.codePointBefore(end);
      end -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        return Optional.of(
            new StringBuilder(prefix.substring(0, end)).appendCodePoint(next(last)).toString());
      }
    }
    return Optional.empty();
  }

  // Surrogates are no characters: no text that can be stored has them.
  private static int next(int codePoint) {
    return codePoint == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : codePoint + 1;
  }
}
