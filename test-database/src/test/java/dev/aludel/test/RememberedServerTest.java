package dev.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RememberedServerTest {

  private final AtomicInteger starts = new AtomicInteger();

  @Test
  void address_startsOnce_whenAskedTwice() {
    RememberedServer server =
        new RememberedServer(
            () -> ServerAddress.parse("postgresql://host:" + starts.incrementAndGet()));
    assertThat(server.address().port()).isEqualTo(1);
    assertThat(server.address().port()).isEqualTo(1);
  }

  @Test
  void address_failsAgainWithoutTrying_whenTheStartFailed() {
    RememberedServer server =
        new RememberedServer(
            () -> {
              throw new PostgresUnavailableException("start " + starts.incrementAndGet(), null);
            });
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(server::address)
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessage("start 1");
    }
  }
}
