package dev.aludel.persistence.jooq.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.test.RandomSeed;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TextReaderTest {

  private static final int VALUES = 20_000;

  private final RandomGenerator random = RandomSeed.printed("TextReaderTest").random();

  @Test
  void utf8_isThePlainText_forEveryValueThatSqliteCanHold() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (anything)");
      statement.execute("begin");
      try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
        for (int value = 0; value < VALUES; value++) {
          insert.setObject(1, anything());
          insert.execute();
        }
      }
      // Bytes that are no UTF-8 stand in text columns of other programs.
      statement.execute(
          "insert into t select cast(anything as text) from t where typeof(anything) = 'blob'");
      try (ResultSet rows = statement.executeQuery("select anything from t")) {
        int read = 0;
        for (; rows.next(); read++) {
          assertThat(TextReader.UTF_8.text(rows, 1)).isEqualTo(TextReader.TEXT.text(rows, 1));
        }
        assertThat(read).isGreaterThan(VALUES);
      }
    }
  }

  private @Nullable Object anything() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> random.nextLong();
      case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
      case 3 -> bytes();
      default -> text();
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text() {
    int[] codePoints =
        random
            .ints(random.nextInt(60), 0, Character.MAX_CODE_POINT + 1)
            .map(point -> random.nextBoolean() ? point % 0x180 : point)
            .filter(point -> point < 0xD800 || point > 0xDFFF)
            .toArray();
    String text = new String(codePoints, 0, codePoints.length);
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
    return text;
  }
}
