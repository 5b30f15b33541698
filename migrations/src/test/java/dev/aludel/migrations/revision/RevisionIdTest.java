package dev.aludel.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.sql.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RevisionIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "001", "20250416_180000", "Head", "abcdefghijklmnopqrstuvwxyz_01234"})
  void of_keepsTheText_whenItIsAnId(String text) {
    assertThat(RevisionId.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".a", "a@b", "a b", "a:b", "a+b", "é", "a\n"})
  void of_isRefused_whenTheTextHasNotTheFormOfAnId(String text) {
    assertThatThrownBy(() -> RevisionId.of(text))
        .isInstanceOfSatisfying(
            InvalidRevisionIdException.class,
            refusal -> assertThat(refusal.value()).isEqualTo(text))
        .hasMessage(
            "\"%s\" is no revision id: it takes 1 to 255 characters out of a to z, A to Z, 0 to 9, \"_\", \"-\" and \".\", and begins with none of the last two.",
            VisibleText.value(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "heads", "base", "current"})
  void of_isRefused_whenTheTextPointsIntoTheGraph(String text) {
    assertThatThrownBy(() -> RevisionId.of(text))
        .isInstanceOf(InvalidRevisionIdException.class)
        .hasMessage(
            "\"%s\" is no revision id: head, heads, base and current point into the graph. Choose another name.",
            text);
  }

  @Test
  void compareTo_ordersByCharacters() {
    assertThat(RevisionId.of("B")).isLessThan(RevisionId.of("a"));
  }
}
