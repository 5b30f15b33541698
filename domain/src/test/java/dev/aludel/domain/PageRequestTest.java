package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PageRequestTest {

  @Test
  void first_takesTheSmallestAndTheLargestLimit() {
    assertThat(PageRequest.first(1).limit()).isEqualTo(1);
    assertThat(PageRequest.first(500).limit()).isEqualTo(500);
  }

  @Test
  void first_refuses_whenTheLimitIsOutOfRange() {
    assertThatThrownBy(() -> PageRequest.first(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The limit of a page is 1 to 500, not 0. Ask for more pages.");
    assertThatThrownBy(() -> PageRequest.first(501))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The limit of a page is 1 to 500, not 501. Ask for more pages.");
  }

  @Test
  void after_keepsTheCursor() {
    Cursor cursor = Cursor.of(new byte[] {7});

    assertThat(PageRequest.after(cursor, 20).cursor()).contains(cursor);
  }
}
