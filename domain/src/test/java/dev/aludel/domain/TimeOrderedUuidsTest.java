package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TimeOrderedUuidsTest {

  private static final Instant NOW = Instant.parse("2025-09-16T16:30:00.123Z");
  private static final RandomGenerator ALL_ONES = () -> -1L;

  @Test
  void next_isOfVersionSevenAndHoldsTheTime() {
    UUID uuid = UUID.fromString(new TimeOrderedUuids(Clock.fixed(NOW, ZoneOffset.UTC)).next());

    assertThat(uuid.version()).isEqualTo(7);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void next_isStrictlyIncreasing_whenTheClockStandsStill() {
    TimeOrderedUuids uuids = new TimeOrderedUuids(Clock.fixed(NOW, ZoneOffset.UTC));

    assertStrictlyIncreasing(Stream.generate(uuids::next).limit(100_000).toList());
  }

  @Test
  void next_isStrictlyIncreasing_whenTheClockGoesBack() {
    AtomicLong now = new AtomicLong(NOW.toEpochMilli());
    TimeOrderedUuids uuids = new TimeOrderedUuids(new SteppingClock(now, -10));

    assertStrictlyIncreasing(Stream.generate(uuids::next).limit(1_000).toList());
  }

  @Test
  void next_carriesIntoTheTime_whenARandomPartOverflows() {
    TimeOrderedUuids uuids = new TimeOrderedUuids(Clock.fixed(NOW, ZoneOffset.UTC), ALL_ONES);

    List<String> made = Stream.generate(uuids::next).limit(3).toList();

    assertThat(made.get(0)).endsWith("-7fff-bfff-ffffffffffff");
    assertThat(UUID.fromString(made.get(1)).getMostSignificantBits() >>> 16)
        .isEqualTo(NOW.toEpochMilli() + 1);
    assertStrictlyIncreasing(made);
  }

  @Test
  void next_isDistinct_whenSeveralThreadsAsk() {
    TimeOrderedUuids uuids = new TimeOrderedUuids(Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> uuids.next()).toList())
        .doesNotHaveDuplicates();
  }

  private static void assertStrictlyIncreasing(List<String> uuids) {
    assertThat(uuids).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
  }

  private static final class SteppingClock extends Clock {
    private final AtomicLong now;
    private final long step;

    SteppingClock(AtomicLong now, long step) {
      this.now = now;
      this.step = step;
    }

    @Override
    public long millis() {
      return now.getAndAdd(step);
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
