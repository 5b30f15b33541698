package dev.aludel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.StorageUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HealthTest {

  @Test
  void status_isUp_whenThereIsNoError() {
    Health health = new Health(Duration.ofMillis(1), null);

    assertThat(health.status()).isEqualTo(Health.Status.UP);
    assertThat(health.error()).isEmpty();
  }

  @Test
  void status_isDown_whenThereIsAnError() {
    StorageUnavailableException error = new StorageUnavailableException("It is gone.", null);
    Health health = new Health(Duration.ofMillis(1), error);

    assertThat(health.status()).isEqualTo(Health.Status.DOWN);
    assertThat(health.error()).contains(error);
  }
}
