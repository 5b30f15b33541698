package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {

  @Test
  void toString_keepsTheOrderAndIndents() {
    JsonObject object =
        new JsonObject()
            .put("text", "a")
            .put("absent", (String) null)
            .put("number", 12)
            .put("flag", true)
            .put("object", new JsonObject().put("inner", 1))
            .putTexts("texts", List.of("b", "c"))
            .putTexts("none", List.of())
            .putObjects("objects", List.of(new JsonObject().put("x", 1)));
    assertThat(object)
        .hasToString(
            """
            {
              "text": "a",
              "absent": null,
              "number": 12,
              "flag": true,
              "object": {
                "inner": 1
              },
              "texts": [
                "b",
                "c"
              ],
              "none": [],
              "objects": [
                {
                  "x": 1
                }
              ]
            }""");
  }

  @Test
  void toString_escapesWhatJsonForbidsInTexts() {
    assertThat(new JsonObject().put("k\"", "\\ \n \r \t \u0001 é 😀 \ud83d"))
        .hasToString("{\n  \"k\\\"\": \"\\\\ \\n \\r \\t \\u0001 é 😀 \\ud83d\"\n}");
  }
}
