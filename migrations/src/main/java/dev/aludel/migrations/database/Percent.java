package dev.aludel.migrations.database;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding, in its two ways. */
final class Percent {
  private Percent() {}

  /** As SQLAlchemy reads it: {@code +} is a plus, a stray {@code %} is itself. */
  static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' ? hexAt(bytes, i + 1) : -1;
      decoded.write(value < 0 ? bytes[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** As PostgreSQL's driver reads it: {@code +} is a blank, a stray {@code %} is a mistake. */
  static String decodeForm(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw DatabaseUrlException.because(
          "behind a \"%\" stand no two hexadecimal digits. Write % itself as %25.");
    }
  }

  /** A text that both ways read as {@code text}. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static int hexAt(byte[] bytes, int index) {
    if (index + 1 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[index], 16);
    int low = Character.digit(bytes[index + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
