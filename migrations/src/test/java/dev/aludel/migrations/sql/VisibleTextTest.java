package dev.aludel.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "1b, \\u001b",
    "07, \\u0007",
    "00, \\u0000",
    "7f, \\u007f",
    "85, \\u0085",
    "9b, \\u009b",
    "0a, \\n",
    "0d, \\r",
    "09, \\t",
    "ad, \\u00ad",
    "61c, \\u061c",
    "200b, \\u200b",
    "200d, \\u200d",
    "200e, \\u200e",
    "2028, \\u2028",
    "2029, \\u2029",
    "202e, \\u202e",
    "2066, \\u2066",
    "feff, \\ufeff",
    "fff9, \\ufff9",
    "d800, \\ud800",
    "dfff, \\udfff",
    "1d173, \\u{1d173}",
    "13430, \\u{13430}",
    "1343f, \\u{1343f}",
    "e0001, \\u{e0001}",
    "e0041, \\u{e0041}",
  })
  void line_escapes_whatSteersATerminalOrIsNotSeen(String character, String escape) {
    String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";

    assertThat(VisibleText.line(text)).isEqualTo("a" + escape + "b");
  }

  @Test
  void line_leavesWhatIsSeen() {
    String text = "plain ~ \u00e4\u00df \u05d0\u0301 \u4e2d \ud83d\ude00\ufe0f \\n C:\\new";

    assertThat(VisibleText.line(text)).isEqualTo(text);
  }

  @Test
  void line_holdsNoControl_whateverTheTextHolds() {
    String all =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    assertThat(VisibleText.line(all).codePoints())
        .noneMatch(
            character ->
                switch (Character.getType(character)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR,
                      Character.SURROGATE ->
                      true;
                  default -> false;
                });
  }

  @Test
  void lines_leavesLineBreaksAlone() {
    assertThat(VisibleText.lines("a\nb\u001b\r\nc")).isEqualTo("a\nb\\u001b\\r\nc");
  }

  @Test
  void value_staysWhole_upTo200Characters() {
    String text = "\ud83d\ude00".repeat(VisibleText.LONGEST_VALUE);

    assertThat(VisibleText.value(text)).isEqualTo(text);
  }

  @Test
  void value_losesItsMiddle_whenItIsLonger() {
    assertThat(VisibleText.value("a".repeat(500) + "\n" + "b".repeat(500)))
        .isEqualTo("a".repeat(135) + " ... " + "b".repeat(60));
  }

  @Test
  void message_cutsAWordThatIsTooLong_andKeepsWhereItEnds() {
    assertThat(VisibleText.message("r/" + "x".repeat(300) + ".sql:3:14: found it"))
        .isEqualTo("r/" + "x".repeat(133) + " ... " + "x".repeat(50) + ".sql:3:14: found it");
  }

  @Test
  void message_cutsAQuotedTextThatIsTooLong() {
    assertThat(VisibleText.message("found \"" + "so ".repeat(100) + "\" here"))
        .isEqualTo("found \"" + "so ".repeat(45) + " ... " + "so ".repeat(20) + "\" here");
  }

  @Test
  void message_isOneLine() {
    assertThat(VisibleText.message("rows: x\n  fake (head)")).isEqualTo("rows: x\\n  fake (head)");
  }
}
