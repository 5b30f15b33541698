package dev.aludel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {

  @Test
  void delayAfter_doublesUpToTheLongest() {
    Random random = new Random(1);

    for (int i = 0; i < 1_000; i++) {
      List<Duration> delays =
          IntStream.rangeClosed(1, 7)
              .mapToObj(runs -> RetryPolicy.DEFAULT.delayAfter(runs, random))
              .toList();
      assertThat(delays.get(0)).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
      assertThat(delays.get(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
      assertThat(delays.get(6)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }
  }

  @Test
  void delayAfter_isNothing_whenNoDelayIsWanted() {
    assertThat(RetryPolicy.NEVER.delayAfter(1, new Random(1))).isEqualTo(Duration.ZERO);
  }

  @Test
  void newRetryPolicy_refuses_whenANumberHasNoMeaning() {
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A block runs at least once: tries is 0.");
    assertThatThrownBy(() -> new RetryPolicy(2, Duration.ofMillis(-1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A delay is not negative: firstDelay is PT-0.001S, longestDelay is PT0S.");
  }
}
