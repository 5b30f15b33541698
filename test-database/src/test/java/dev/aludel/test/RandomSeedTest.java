package dev.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RandomSeedTest {

  private @Nullable String before;

  @BeforeEach
  void remember() {
    before = System.getProperty(RandomSeed.PROPERTY);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(RandomSeed.PROPERTY);
    } else {
      System.setProperty(RandomSeed.PROPERTY, before);
    }
  }

  @Test
  void printed_takesTheProperty_whenItIsSet() {
    System.setProperty(RandomSeed.PROPERTY, "-42");
    RandomSeed seed = RandomSeed.printed("RandomSeedTest");
    assertThat(seed.value()).isEqualTo(-42);
    assertThat(seed).hasToString("aludel.seed=-42");
    assertThat(seed.random().nextLong()).isEqualTo(seed.random().nextLong());
  }

  @Test
  void printed_differsFromRunToRun_whenThePropertyIsNotSet() {
    System.clearProperty(RandomSeed.PROPERTY);
    assertThat(RandomSeed.printed("one").value()).isNotEqualTo(RandomSeed.printed("two").value());
  }

  @Test
  void printed_takesTheUsualSeed_whenThePropertyIsNotSet() {
    System.clearProperty(RandomSeed.PROPERTY);
    assertThat(RandomSeed.printed("one", 7).value()).isEqualTo(7);
    System.setProperty(RandomSeed.PROPERTY, "8");
    assertThat(RandomSeed.printed("one", 7).value()).isEqualTo(8);
  }
}
