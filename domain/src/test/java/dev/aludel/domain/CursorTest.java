package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.InvalidCursorException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class CursorTest {

  private static final String TEXT =
      Cursor.of("twelve bytes".getBytes(StandardCharsets.UTF_8)).text();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \u00e9";

  @Test
  void text_needsNoEscapingInAUrl() {
    assertThat(TEXT).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void newCursor_refuses_whenAnyCharacterIsAltered() {
    for (int place = 0; place < TEXT.length(); place++) {
      String before = TEXT.substring(0, place);
      char there = TEXT.charAt(place);
      String behind = TEXT.substring(place + 1);
      ALPHABET
          .chars()
          .filter(other -> other != there)
          .forEach(other -> assertDamaged(before + (char) other + behind));
    }
  }

  @Test
  void newCursor_refuses_whenCutAnywhere() {
    for (int length = 0; length < TEXT.length(); length++) {
      assertDamaged(TEXT.substring(0, length));
    }
  }

  @Test
  void newCursor_refuses_whenSomethingIsAppended() {
    assertDamaged(TEXT + "A");
    assertDamaged(TEXT + "=");
  }

  @Test
  void newCursor_refuses_whenAnotherVersionMadeIt() {
    byte[] bytes = {2, 0, 0, 0, 0};
    CRC32 checksum = new CRC32();
    checksum.update(2);
    for (int place = 0; place < 4; place++) {
      bytes[1 + place] = (byte) (checksum.getValue() >>> (24 - 8 * place));
    }
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThatThrownBy(() -> new Cursor(text))
        .isInstanceOfSatisfying(
            InvalidCursorException.class,
            error -> assertThat(error.problem()).isEqualTo(Problem.UNKNOWN_VERSION))
        .hasMessage(
            "The cursor was made by a version of Aludel that this one does not know. Begin again"
                + " with the first page, and pass cursors on as they are.");
  }

  private static void assertDamaged(String text) {
    assertThatThrownBy(() -> new Cursor(text))
        .as(text)
        .isInstanceOfSatisfying(
            InvalidCursorException.class,
            error -> assertThat(error.problem()).isEqualTo(Problem.DAMAGED))
        .hasMessage(
            "The cursor is damaged: it was cut or altered. Begin again with the first page, and"
                + " pass cursors on as they are.");
  }
}
