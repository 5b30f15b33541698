package dev.aludel.domain.conversation;

import java.util.function.Predicate;

/**
 * How much of a session's end is wanted, for a model that takes no more. Both limits hold.
 *
 * @param messages how many messages at most, 1 to {@value #MAX_MESSAGES}
 * @param characters how many characters their texts may have together; a character is a Unicode
 *     code point, so that an emoji counts as one, or as few
 */
public record Window(int messages, long characters) {

  /** The most messages that a window may hold. */
  public static final int MAX_MESSAGES = 10_000;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one is out of range; a larger wish is never cut in
   *     silence
   */
  public Window {
    if (messages < 1 || messages > MAX_MESSAGES) {
      throw new IllegalArgumentException(
          "A window holds 1 to %d messages, not %d. Page or stream what is longer."
              .formatted(MAX_MESSAGES, messages));
    }
    if (characters < 0) {
      throw new IllegalArgumentException(
          "A window holds 0 or more characters, not %d.".formatted(characters));
    }
  }

  /**
   * A new test that takes a session's messages, the newest first, and is true for those that fit;
   * for adapters. It counts, so each one is for one use, and says no for ever after the first no.
   */
  public Predicate<ChatMessage> fitting() {
    return new Predicate<>() {
      private int messagesLeft = messages;
      private long charactersLeft = characters;

      @Override
      public boolean test(ChatMessage message) {
        String text = message.text();
        charactersLeft -= text.codePointCount(0, text.length());
        return --messagesLeft >= 0 && charactersLeft >= 0;
      }
    };
  }

  /** Whether the number of messages is the only limit. */
  public boolean holdsAnyLength() {
    return characters == Long.MAX_VALUE;
  }

  /** So many messages, however long they are. */
  public static Window ofMessages(int messages) {
    return new Window(messages, Long.MAX_VALUE);
  }

  /** So many characters, in {@value #MAX_MESSAGES} messages at most. */
  public static Window ofCharacters(long characters) {
    return new Window(MAX_MESSAGES, characters);
  }
}
