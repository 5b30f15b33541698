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
}
