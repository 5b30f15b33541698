package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.ConstraintViolationException.Kind;
import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.SchemaNotCurrentException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqliteErrorsTest {

  private static final Place PLACE = new Place("child", List.of("parent_id"));

  @Test
  void primaryKey_isAConflictWithItsColumns() {
    ConflictException error =
        (ConflictException)
            translated("insert into pair values (1, 2); insert into pair values (1, 2)");

    assertThat(error.table()).isEqualTo("pair");
    assertThat(error.columns()).containsExactly("a", "b");
    assertThat(error).hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void uniqueColumn_isAConflictWithItsColumn() {
    ConflictException error =
        (ConflictException)
            translated(
                "insert into child (name) values ('x'); insert into child (name) values ('x')");

    assertThat(error.table()).isEqualTo("child");
    assertThat(error.columns()).containsExactly("name");
  }

  @Test
  void uniqueExpression_isAConflictWithoutColumns() {
    ConflictException error =
        (ConflictException)
            translated("insert into word values ('x'); insert into word values ('X')");

    assertThat(error.table()).isEqualTo("child");
    assertThat(error.columns()).isEmpty();
  }

  @Test
  void foreignKey_namesTheColumnsThatPointAway() {
    ConstraintViolationException error =
        (ConstraintViolationException) translated("insert into child (parent_id) values (7)");

    assertThat(error.kind()).isEqualTo(Kind.FOREIGN_KEY);
    assertThat(error.table()).isEqualTo("child");
    assertThat(error.columns()).containsExactly("parent_id");
    assertThat(error.constraint()).isEmpty();
  }

  @Test
  void notNull_namesItsColumn() {
    ConstraintViolationException error =
        (ConstraintViolationException) translated("insert into child (needed) values (null)");

    assertThat(error.kind()).isEqualTo(Kind.NOT_NULL);
    assertThat(error.table()).isEqualTo("child");
    assertThat(error.columns()).containsExactly("needed");
  }

  @Test
  void check_hasItsName() {
    ConstraintViolationException error =
        (ConstraintViolationException) translated("insert into child (size) values (-1)");

    assertThat(error.kind()).isEqualTo(Kind.CHECK);
    assertThat(error.constraint()).contains("size_is_positive");
  }

  @Test
  void check_hasItsExpression_whenItHasNoName() {
    ConstraintViolationException error =
        (ConstraintViolationException) translated("insert into child (small) values (100)");

    assertThat(error.constraint()).contains("small < (10)");
  }

  @Test
  void missingTable_isAnotherSchema() {
    assertThat(translated("select * from absent"))
        .isInstanceOf(SchemaNotCurrentException.class)
        .hasMessage(
            "child in sqlite:///a.db is missing or has other columns than this version of Aludel"
                + " works with. Run \"aludel upgrade heads\".");
    assertThat(translated("select absent from child"))
        .isInstanceOf(SchemaNotCurrentException.class);
    assertThat(translated("insert into child (absent) values (1)"))
        .isInstanceOf(SchemaNotCurrentException.class);
  }

  @Test
  void brokenStatement_isUnavailable() {
    assertThat(translated("selekt"))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage(
            "SQLite could not work on child in sqlite:///a.db (SQLITE_ERROR). See the cause; check"
                + " that the file is there, that its folder can be written, and that the disk has"
                + " room.");
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {
        "SQLITE_BUSY",
        "SQLITE_BUSY_SNAPSHOT",
        "SQLITE_BUSY_RECOVERY",
        "SQLITE_LOCKED",
        "SQLITE_LOCKED_SHAREDCACHE"
      })
  void lock_isTransient(SQLiteErrorCode code) {
    assertThat(ofCode(code))
        .isInstanceOf(TransientStorageException.class)
        .hasMessage(
            "Another process holds the lock of sqlite:///a.db longer than the busy timeout;"
                + " nothing was written to child. Try again, or raise the busy timeout.");
  }

  @Test
  void otherCodes_areWhatTheyMean() {
    assertThat(ofCode(SQLiteErrorCode.SQLITE_INTERRUPT))
        .isInstanceOf(StorageTimeoutException.class);
    assertThat(ofCode(SQLiteErrorCode.SQLITE_TOOBIG)).isInstanceOf(ValueNotStorableException.class);
    assertThat(ofCode(SQLiteErrorCode.SQLITE_MISMATCH))
        .isInstanceOf(ValueNotStorableException.class);
    assertThat(ofCode(SQLiteErrorCode.SQLITE_CORRUPT)).isInstanceOf(CorruptStorageException.class);
    assertThat(ofCode(SQLiteErrorCode.SQLITE_CORRUPT_INDEX))
        .isInstanceOf(CorruptStorageException.class);
    assertThat(ofCode(SQLiteErrorCode.SQLITE_NOTADB)).isInstanceOf(CorruptStorageException.class);
    assertThat(ofCode(SQLiteErrorCode.SQLITE_FULL)).isInstanceOf(StorageUnavailableException.class);
    assertThat(ofCode(SQLiteErrorCode.SQLITE_IOERR_FSYNC))
        .isInstanceOf(StorageUnavailableException.class);
    assertThat(translate(new SQLException("the connection is closed")))
        .isInstanceOf(StorageUnavailableException.class);
  }

  private static StorageException ofCode(SQLiteErrorCode code) {
    return translate(new SQLiteException("[" + code + "]", code));
  }

  private static StorageException translate(SQLException error) {
    return new SqliteErrors("sqlite:///a.db").translate(error, PLACE);
  }

  private static StorageException translated(String sql) {
    return translate(catchThrowableOfType(SQLException.class, () -> run(sql)));
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          pragma foreign_keys = on;
          create table parent (id integer primary key);
          create table pair (a integer, b integer, primary key (a, b));
          create table word (text text);
          create unique index words on word (lower(text));
          create table child (
            parent_id integer references parent (id),
            name text unique,
            needed text not null default '',
            small integer check (small < (10)),
            size integer constraint size_is_positive check (size > 0))
          """);
      for (String part : sql.split("; ", -1)) {
        statement.execute(part);
      }
    }
  }
}
