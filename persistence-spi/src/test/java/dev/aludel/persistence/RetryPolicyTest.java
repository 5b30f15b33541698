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
  void delayAfter_isAsGiven_whenThePolicyHasANumberOfTries() {
    RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(8), Duration.ofMillis(10));

    assertThat(policy.delayAfter(1, new Random(1)))
        .isBetween(Duration.ofMillis(4), Duration.ofMillis(8));
    assertThat(policy.delayAfter(9, new Random(1)))
        .isBetween(Duration.ofMillis(5), Duration.ofMillis(10));
    assertThat(policy.takesTurns()).isFalse();
    assertThat(policy.limit()).isEmpty();
  }

  @Test
  void delayInTurn_isNothingAtFirst_andThenUpTo50Milliseconds() {
    Random random = new Random(1);
    Duration longest = Duration.ZERO;

    for (int i = 0; i < 1_000; i++) {
      assertThat(RetryPolicy.DEFAULT.delayInTurn(1, random)).isZero();
      assertThat(RetryPolicy.DEFAULT.delayInTurn(2, random)).isZero();
      assertThat(RetryPolicy.DEFAULT.delayInTurn(3, random))
          .isBetween(Duration.ZERO, Duration.ofMillis(1));
      assertThat(RetryPolicy.DEFAULT.delayInTurn(5, random))
          .isBetween(Duration.ZERO, Duration.ofMillis(4));
      Duration delay = RetryPolicy.DEFAULT.delayInTurn(5_000, random);
      assertThat(delay).isBetween(Duration.ZERO, Duration.ofMillis(50));
      longest = delay.compareTo(longest) > 0 ? delay : longest;
    }
    assertThat(longest).isGreaterThan(Duration.ofMillis(40));
  }

  @Test
  void allowsAnother_asLongAsTheLimitSays_whenThePolicyIsWithinATime() {
    assertThat(RetryPolicy.DEFAULT).isEqualTo(RetryPolicy.within(Duration.ofSeconds(10)));
    assertThat(RetryPolicy.DEFAULT.limit()).contains(Duration.ofSeconds(10));
    assertThat(RetryPolicy.DEFAULT.takesTurns()).isTrue();
    assertThat(RetryPolicy.DEFAULT.allowsAnother(1_000_000, Duration.ofMillis(9_999))).isTrue();
    assertThat(RetryPolicy.DEFAULT.allowsAnother(1, Duration.ofSeconds(10))).isFalse();
    assertThat(RetryPolicy.within(Duration.ZERO).allowsAnother(1, Duration.ZERO)).isFalse();
  }

  @Test
  void allowsAnother_asOftenAsThePolicySays_whenItHasANumberOfTries() {
    RetryPolicy policy = new RetryPolicy(3, Duration.ZERO, Duration.ZERO);

    assertThat(policy.allowsAnother(2, Duration.ofDays(1))).isTrue();
    assertThat(policy.allowsAnother(3, Duration.ZERO)).isFalse();
    assertThat(RetryPolicy.NEVER.allowsAnother(1, Duration.ZERO)).isFalse();
  }

  @Test
  void toString_showsWhatEndsThePolicy() {
    assertThat(RetryPolicy.DEFAULT)
        .hasToString("RetryPolicy[within=PT10S, firstDelay=PT0.05S, longestDelay=PT1S]");
    assertThat(RetryPolicy.NEVER)
        .hasToString("RetryPolicy[tries=1, firstDelay=PT0S, longestDelay=PT0S]");
    assertThat(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .hasToString("RetryPolicy[within=PT0S, tries=2, firstDelay=PT0S, longestDelay=PT0S]");
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
    assertThatThrownBy(() -> RetryPolicy.within(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A limit is not negative: limit is PT-0.001S.");
  }
}
