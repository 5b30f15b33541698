package dev.aludel.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, f.sql:1:1",
    "2, f.sql:1:3",
    "3, f.sql:2:1",
    "5, f.sql:3:1",
    "6, f.sql:4:1",
    "8, f.sql:4:2",
    "10, f.sql:4:4"
  })
  void position_countsLinesAndCodePoints(int offset, String expected) {
    SourceText source = new SourceText("f.sql", "ab\nc\n\r😀de");

    assertThat(source.position(offset)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, f.sql:1:1", "4, f.sql:2:1", "6, f.sql:3:1"})
  void position_countsOneLine_whenCarriageReturnAndLineFeedEndIt(int offset, String expected) {
    SourceText source = new SourceText("f.sql", "\uFEFFab\r\nc\rd");

    assertThat(source.position(offset)).hasToString(expected);
  }
}
