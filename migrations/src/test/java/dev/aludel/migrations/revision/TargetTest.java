package dev.aludel.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "head, '', HEAD, '', 0",
    "heads, '', HEADS, '', 0",
    "base, '', BASE, '', 0",
    "current, '', CURRENT, '', 0",
    "f6e7, '', NAME, f6e7, 0",
    "001, '', NAME, 001, 0",
    "001+2, '', NAME, 001, 2",
    "+1, '', HERE, '', 1",
    "-12, '', HERE, '', -12",
    "+007, '', HERE, '', 7",
    "b+0, '', NAME, b, 0",
    "head-1, '', HEAD, '', -1",
    "base+2, '', BASE, '', 2",
    "current-1, '', CURRENT, '', -1",
    "x@head, x, HEAD, '', 0",
    "x@-1, x, HERE, '', -1",
    "x@y+3, x, NAME, y, 3",
    "x@base+2, x, BASE, '', 2",
    "b+99999999999999999999, '', NAME, b, 2147483647",
  })
  void parse_takesTheTargetApart(
      String text, String branch, Target.Anchor anchor, String name, int steps) {
    Target target = Target.parse(text);
    assertThat(target.text()).isEqualTo(text);
    assertThat(target.branch().orElse("")).isEqualTo(branch);
    assertThat(target.anchor()).isEqualTo(anchor);
    assertThat(target.name()).isEqualTo(name);
    assertThat(target.steps()).isEqualTo(steps);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "@", "x@", "@x", "a@b@c", "+", "-", "+0", "a+", "a+1+1", "é", "a b"})
  void parse_isRefused_whenTheTextIsNoTarget(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOfSatisfying(
            TargetException.class, refusal -> assertThat(refusal.target()).isEqualTo(text))
        .hasMessage(
            "\"%s\" is no way to name a revision. Write an id, the beginning of one, a label, head, heads, base or current, each with BRANCH@ before it and +N or -N after it if need be; or +N or -N alone.",
            text);
  }

  @Test
  void parse_isRefused_whenTheTextIsARange() {
    assertThatThrownBy(() -> Target.parse("a:b"))
        .isInstanceOf(TargetException.class)
        .hasMessage("\"a:b\" is a range of revisions, and one target is needed here.");
  }

  @ParameterizedTest
  @CsvSource({
    "head, false",
    "a+1, false",
    "base, false",
    "current, true",
    "+1, true",
    "x@-1, true"
  })
  void needsRows_whenItStartsFromThem(String text, boolean expected) {
    assertThat(Target.parse(text).needsRows()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a:b, false",
    "-3:, false",
    "a:+2, false",
    "-1:+1, true",
    "current:, true",
    ":x@current, true"
  })
  void needsRows_whenARangeStartsFromThem(String text, boolean expected) {
    assertThat(TargetRange.parse(text).needsRows()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a:b:c"})
  void parse_isRefused_whenTheTextIsNoRange(String text) {
    assertThatThrownBy(() -> TargetRange.parse(text))
        .isInstanceOf(TargetException.class)
        .hasMessage("\"%s\" is no range of revisions. Write START:END, START: or :END.", text);
  }
}
