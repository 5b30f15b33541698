package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JDK reads, and nothing else. */
final class HeaderTimeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-09-16T16:30:00Z",
        "2024-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2025-09-16T24:00:00Z",
        "2025-09-16T16:30:00.123Z",
        "2025-09-16T16:30:00+02:00"
      })
  void time_isTheOneOfTheJdk(String text) {
    assertThat(HeaderTime.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-02-29T00:00:00Z",
        "2025-13-01T00:00:00Z",
        "2025-09-16T25:00:00Z",
        "2025-09-16T16:60:00Z",
        "2025-09-16 16:30:00Z",
        "2025-09-16T16:30:00z ",
        "2025-0a-16T16:30:00Z"
      })
  void time_isRefused_asTheJdkDoes(String text) {
    assertThat(catchThrowable(() -> HeaderTime.parse(text)))
        .hasMessage(catchThrowable(() -> Instant.parse(text)).getMessage());
  }

  @Test
  void time_isTheOneOfTheJdk_whateverItIs() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      Instant time = Instant.ofEpochSecond((long) (random.nextDouble() * 253_402_300_800L));
      assertThat(HeaderTime.parse(time.toString())).isEqualTo(time);
    }
  }
}
