package dev.aludel.persistence.jooq.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrefixEndTest {

  @ParameterizedTest
  @CsvSource({"a, b", "az, a{", "agent/, agent0", "a😀, a😁", "ä, å"})
  void of_isThePrefixWithItsLastCharacterRaised(String prefix, String end) {
    assertThat(PrefixEnd.of(prefix)).contains(end);
  }

  @Test
  void of_leavesOutWhatCannotBeRaised() {
    assertThat(PrefixEnd.of("a\udbff\udfff\udbff\udfff")).contains("b");
    assertThat(PrefixEnd.of("\uffff")).contains("\ud800\udc00");
  }

  @Test
  void of_leapsOverSurrogates() {
    assertThat(PrefixEnd.of("a\ud7ff")).contains("a\ue000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\udbff\udfff", "\udbff\udfff\udbff\udfff"})
  void of_isAbsent_whenNothingIsBehind(String prefix) {
    assertThat(PrefixEnd.of(prefix)).isEmpty();
  }
}
