package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TimestampsTest {

  @Test
  void cutToMilliseconds_neverRoundsUp() {
    assertThat(cut("2025-09-16T16:30:00.123999999Z"))
        .isEqualTo(Instant.parse("2025-09-16T16:30:00.123Z"));
  }

  @Test
  void cutToMilliseconds_goesTowardsThePast_whenBefore1970() {
    assertThat(cut("1969-12-31T23:59:59.999999Z"))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
  }

  @Test
  void cutToMilliseconds_refuses_whenTooFarForMilliseconds() {
    assertThatThrownBy(() -> Timestamps.cutToMilliseconds("createdAt", Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "createdAt is +1000000000-12-31T23:59:59.999999999Z, whose milliseconds since 1970 do"
                + " not fit 64 bits. Give a nearer time.");
  }

  @Test
  void cutToMilliseconds_takesTheLimits() {
    assertThat(
            Timestamps.cutToMilliseconds("at", Instant.ofEpochMilli(Long.MIN_VALUE)).toEpochMilli())
        .isEqualTo(Long.MIN_VALUE);
    assertThat(
            Timestamps.cutToMilliseconds("at", Instant.ofEpochMilli(Long.MAX_VALUE)).toEpochMilli())
        .isEqualTo(Long.MAX_VALUE);
  }

  private static Instant cut(String text) {
    return Timestamps.cutToMilliseconds("createdAt", Instant.parse(text));
  }
}
