package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        " false\r\n\t",
        "0",
        "-0",
        "-12.50e+3",
        "1E400",
        "123456789012345678901234567890.5e-7",
        "\"\"",
        "\"\\u0000\\ud800 \\\" \\\\ \\/ \\b\\f\\n\\r\\t\"",
        "\"東京 😀 \u007f \u2028\"",
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[1,[],{},\"x\",null]",
        "{\"a\":1,\"a\":{\"b\":[{\"c\":[]}]},\"\":2}",
        " { \"n\" : 0 , \"t\" : [ true , false ] } "
      })
  void newJson_keepsTheText(String text) {
    assertThat(new Json(text).text()).isEqualTo(text);
    assertThat(new Json(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``             | at character 1 of 0, a value is expected",
        "`  `           | at character 3 of 2, a value is expected",
        "nul            | at character 1 of 3, a value is expected",
        "NaN            | at character 1 of 3, a value is expected",
        "Infinity       | at character 1 of 8, a value is expected",
        "-Infinity      | at character 2 of 9, a digit is expected",
        "+1             | at character 1 of 2, a value is expected",
        "01             | at character 2 of 2, the end is expected",
        "1.             | at character 3 of 2, a digit is expected",
        ".5             | at character 1 of 2, a value is expected",
        "1e             | at character 3 of 2, a digit is expected",
        "1e+-1          | at character 4 of 5, a digit is expected",
        "1 2            | at character 3 of 3, the end is expected",
        "'a'            | at character 1 of 3, a value is expected",
        "\"a            | at character 3 of 2, the rest of a string, control characters escaped, is"
            + " expected",
        "\"\\x\"        | at character 3 of 4, what can be escaped is expected",
        "\"\\           | at character 3 of 2, what can be escaped is expected",
        "\"\\u12g4\"    | at character 6 of 8, a hexadecimal digit is expected",
        "[1,]           | at character 4 of 4, a value is expected",
        "[1 2]          | at character 4 of 5, \",\" or \"]\" is expected",
        "[1}            | at character 3 of 3, \",\" or \"]\" is expected",
        "[              | at character 2 of 1, a value is expected",
        "[1             | at character 3 of 2, \",\" or \"]\" is expected",
        "]              | at character 1 of 1, a value is expected",
        "{              | at character 2 of 1, a name in double quotes is expected",
        "{a:1}          | at character 2 of 5, a name in double quotes is expected",
        "{\"a\"}        | at character 5 of 5, \":\" is expected",
        "{\"a\":}       | at character 6 of 6, a value is expected",
        "{\"a\":1,}     | at character 8 of 8, a name in double quotes is expected",
        "{\"a\":1       | at character 7 of 6, \",\" or \"}\" is expected",
        "[1] // one     | at character 5 of 10, the end is expected"
      })
  void newJson_saysWhere_whenTheTextIsNone(String text, String problem) {
    assertThatThrownBy(() -> new Json(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The text is no JSON: " + problem + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\nb\"", "\"a\u0000b\"", "\"a\u001fb\""})
  void newJson_refuses_whenAStringHoldsAControlCharacter(String text) {
    assertThatThrownBy(() -> new Json(text))
        .hasMessage(
            "The text is no JSON: at character 3 of 5, the rest of a string, control characters"
                + " escaped, is expected.");
  }

  @Test
  void newJson_refuses_whenAZeroCharacterStandsWhereAValueShould() {
    assertThatThrownBy(() -> new Json("\u0000"))
        .hasMessage("The text is no JSON: at character 1 of 1, a value is expected.");
    assertThatThrownBy(() -> new Json("1\u0000"))
        .hasMessage("The text is no JSON: at character 2 of 2, the end is expected.");
  }

  @Test
  void newJson_takes512Levels_andNotOneMore() {
    String deepest = "{\"a\":[".repeat(256) + "]}".repeat(256);

    assertThat(new Json(deepest).text()).isEqualTo(deepest);
    assertThat(new Json("[" + "[],".repeat(100_000) + "[]]").text()).hasSize(300_004);
    assertThatThrownBy(() -> new Json("[" + deepest + "]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The JSON is deeper than 512 at character 1537. Store it flatter.");
    assertThatThrownBy(() -> new Json("[".repeat(5_000_000)))
        .hasMessage("The JSON is deeper than 512 at character 513. Store it flatter.");
  }

  @Test
  void equals_comparesTexts() {
    assertThat(new Json("{\"a\":1}"))
        .isEqualTo(new Json("{\"a\":1}"))
        .isNotEqualTo(new Json("{\"a\": 1}"));
  }
}
