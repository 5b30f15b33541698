package dev.aludel.migrations.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Reads when a script was written. The form that Aludel writes is read by hand: in a young JVM the
 * JDK takes longer for it than for all else of a header.
 */
final class HeaderTime {
  private static final String FORM = "0000-00-00T00:00:00Z";
  private static final int SECONDS_OF_A_DAY = 86_400;

  private HeaderTime() {}

  /**
   * The time that {@code text} is.
   *
   * @throws DateTimeParseException if it is none in UTC, in ISO-8601
   */
  static Instant parse(String text) {
    if (!hasForm(text)) {
      return Instant.parse(text);
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    try {
      LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      return Instant.ofEpochSecond(
          day.toEpochDay() * SECONDS_OF_A_DAY + hour * 3600L + minute * 60L + second);
    } catch (DateTimeException e) {
      return Instant.parse(text); // which says what is wrong with it
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = text.charAt(i);
      boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
