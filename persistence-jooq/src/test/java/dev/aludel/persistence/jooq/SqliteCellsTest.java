package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.persistence.jooq.statement.Cells;
import dev.aludel.test.RandomSeed;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlite.core.CoreStatement;

final class SqliteCellsTest {

  private static final int VALUES = 20_000;

  private final RandomGenerator random = RandomSeed.printed("SqliteCellsTest").random();

  @Test
  void cells_areThoseOfJdbc_forEveryValueThatSqliteCanHold() throws SQLException {
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
      try (PreparedStatement select = connection.prepareStatement("select anything from t");
          ResultSet rows = select.executeQuery()) {
        Cells cells = new SqliteCells((CoreStatement) select);
        int read = 0;
        for (; rows.next(); read++) {
          assertThat(text(cells)).isEqualTo(rows.getString(1));
          assertThat(value(cells)).isEqualTo(widened(rows.getObject(1)));
        }
        assertThat(read).isGreaterThan(VALUES);
      }
    }
  }

  @Test
  void row_isRefused_whenTheStatementIsClosed() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      PreparedStatement select = connection.prepareStatement("select 1");
      ResultSet row = select.executeQuery();
      Cells cells = new SqliteCells((CoreStatement) select);
      assertThat(row.next()).isTrue();
      assertThat(value(cells)).isEqualTo(1L);
      select.close();
      assertThatThrownBy(() -> value(cells))
          .isInstanceOf(SQLException.class)
          .hasMessage("stmt pointer is closed");
    }
  }

  private static @Nullable String text(Cells cells) throws SQLException {
    return cells.row(() -> read(() -> cells.text(1)));
  }

  private static @Nullable Object value(Cells cells) throws SQLException {
    return cells.row(() -> read(() -> cells.value(1)));
  }

  private static <T> T read(Callable<T> reading) {
    try {
      return reading.call();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  // JDBC gives a number that fits as one of 32 bits.
  private static @Nullable Object widened(@Nullable Object value) {
    return value instanceof Integer number ? (Long) number.longValue() : value;
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
