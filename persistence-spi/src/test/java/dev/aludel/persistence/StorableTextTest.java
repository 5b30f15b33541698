package dev.aludel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ValueNotStorableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StorableTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "東京 naïve", "😀", "a😀b😀", "\u200f\ufffe\uffff", "'\"%_\\"})
  void require_givesTheTextBack(String text) {
    assertThat(StorableText.require("t.c", text)).isSameAs(text);
  }

  @Test
  void require_refuses_whenThereIsANul() {
    assertThatThrownBy(() -> StorableText.require("sessions.name", "ab\0c"))
        .isInstanceOf(ValueNotStorableException.class)
        .hasMessage(
            "A value for sessions.name cannot be stored. It holds the character U+0000 at index"
                + " 2. Remove or replace it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀\ud83d", "😀\ude00", "😀\ud83da", "😀\ude00\ud83d"})
  void require_refuses_whenASurrogateIsAlone(String text) {
    assertThatThrownBy(() -> StorableText.require("sessions.name", text))
        .isInstanceOf(ValueNotStorableException.class)
        .hasMessage(
            "A value for sessions.name cannot be stored. It holds half a surrogate pair at index"
                + " 2. Remove or replace it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd", "éé", "a東", "😀", "\u007fa\u0080"})
  void requireWritable_countsTheBytesOfAKey(String fourBytes) {
    String longest = fourBytes.repeat(256);

    assertThat(StorableText.requireWritable("sessions.user_id", longest)).isSameAs(longest);
    assertThatThrownBy(() -> StorableText.requireWritable("sessions.user_id", longest + "!"))
        .isInstanceOf(ValueNotStorableException.class)
        .hasMessage(
            "A value for sessions.user_id cannot be stored. It is a key and has 1025 bytes in"
                + " UTF-8, where a key may have 1024. Shorten it.");
  }

  @Test
  void requireWritable_takesTextsOfAnyLength_whenTheyAreNoKeys() {
    String text = "東".repeat(100_000);

    assertThat(StorableText.requireWritable("sessions.name", text)).isSameAs(text);
    assertThatThrownBy(() -> StorableText.requireWritable("sessions.name", text + "\0"))
        .isInstanceOf(ValueNotStorableException.class);
  }
}
