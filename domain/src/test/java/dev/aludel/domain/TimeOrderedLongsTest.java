package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TimeOrderedLongsTest {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2025-09-16T16:30:00.123Z");
  private static final RandomGenerator ALL_ONES = () -> -1L;
  private static final RandomGenerator SEVEN = () -> 7L;

  @Test
  void next_holdsTheTimeAndARandomStart() {
    long made = at(NOW, SEVEN).next();

    assertThat(made >>> 22).isEqualTo(NOW.toEpochMilli() - START.toEpochMilli());
    assertThat(made & 0x3fffff).isEqualTo(7);
  }

  @Test
  void next_countsOn_whenTheClockStandsStill() {
    TimeOrderedLongs ids = at(NOW, SEVEN);

    long first = ids.next();
    assertThat(LongStream.generate(ids::next).limit(3))
        .containsExactly(first + 1, first + 2, first + 3);
  }

  @Test
  void next_carriesIntoTheTime_whenTheCounterOverflows() {
    TimeOrderedLongs ids = at(NOW, ALL_ONES);

    long first = ids.next();
    assertThat(ids.next()).isEqualTo(first + 1);
    assertThat((first + 1) >>> 22).isEqualTo((first >>> 22) + 1);
  }

  @Test
  void next_isStrictlyIncreasing_whenTheClockGoesBackAndOn() {
    TimeOrderedLongs ids =
        new TimeOrderedLongs(
            clock(NOW, NOW.minusSeconds(9), NOW.plusMillis(1), NOW, NOW.plusMillis(2)), ALL_ONES);

    List<Long> made = LongStream.generate(ids::next).limit(5).boxed().toList();
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void next_startsAtZero_whenTheClockIsBefore2020() {
    TimeOrderedLongs ids = at(Instant.EPOCH, SEVEN);

    assertThat(ids.next()).isEqualTo(7);
    assertThat(ids.next()).isEqualTo(8);
  }

  @Test
  void next_isTheGreatestLong_atTheEndOfTheLastMillisecond() {
    Instant end = START.plusMillis((1L << 41) - 1);
    TimeOrderedLongs ids = at(end, ALL_ONES);

    assertThat(ids.next()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(ids::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The clock says 2089-09-06T15:47:35.551Z, for which ids have no room: they end in"
                + " 2089. Correct the clock.");
  }

  @Test
  void next_refuses_whenTheTimeDoesNotFit() {
    assertThatThrownBy(at(START.plusMillis(1L << 41), SEVEN)::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The clock says 2089-09-06T15:47:35.552Z, for which ids have no room: they end in"
                + " 2089. Correct the clock.");
  }

  @Test
  void next_isDistinct_whenSeveralThreadsAsk() {
    TimeOrderedLongs ids = new TimeOrderedLongs(Clock.systemUTC());

    assertThat(LongStream.range(0, 100_000).parallel().map(one -> ids.next()).distinct().count())
        .isEqualTo(100_000);
  }

  private static TimeOrderedLongs at(Instant now, RandomGenerator random) {
    return new TimeOrderedLongs(Clock.fixed(now, ZoneOffset.UTC), random);
  }

  private static Clock clock(Instant... instants) {
    Queue<Instant> left = new ArrayDeque<>(List.of(instants));
    return new ListedClock(left);
  }
}
