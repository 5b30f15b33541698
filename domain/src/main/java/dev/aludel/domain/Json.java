package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

/**
 * A text that is JSON by RFC 8259: any value, not only objects and arrays. What it says is left to
 * the application. Two are equal when their texts are, blanks and the order of members included,
 * because that is what storages keep.
 *
 * @param text the text as it is stored
 */
public record Json(String text) {

  /** How deep arrays and objects may stand in each other. */
  public static final int MAX_DEPTH = 512;

  /** The value {@code null}. */
  public static final Json NULL = new Json("null");

  /**
   * Checks the text, in time and memory that its depth does not change.
   *
   * @throws IllegalArgumentException when it is no JSON, or deeper than {@value #MAX_DEPTH}; the
   *     message says where, and does not repeat the text
   */
  public Json {
    new JsonChecker(requireNonNull(text, "text")).check();
  }

  @Override
  public String toString() {
    return text;
  }
}
