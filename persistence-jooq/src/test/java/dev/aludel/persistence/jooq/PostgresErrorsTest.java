package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.ConstraintViolationException.Kind;
import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.OutcomeUnknownException;
import dev.aludel.domain.SchemaNotCurrentException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.persistence.jooq.PostgresErrors.SessionState;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresErrorsTest {

  private static final Place PLACE = new Place("child", List.of("parent_id"));

  private final PostgresErrors errors = new PostgresErrors("postgresql://db/a");
  private final FreshDatabase database = TestPostgres.freshDatabase();

  @BeforeAll
  void createTables() throws SQLException {
    run(
        """
        create table parent (id integer primary key);
        create table pair (a integer, b text, primary key (a, b));
        create table word (text text);
        create unique index words on word (lower(text));
        create table child (
          parent_id integer constraint to_parent references parent (id),
          name varchar(5) unique,
          needed text not null default '',
          size integer constraint size_is_positive check (size > 0))
        """);
  }

  @AfterAll
  void dropDatabase() {
    database.close();
  }

  @Test
  void primaryKey_isAConflictWithItsColumns() {
    ConflictException error =
        (ConflictException) translated("insert into pair values (1, '(c)=('), (1, '(c)=(')");

    assertThat(error.table()).isEqualTo("pair");
    assertThat(error.columns()).containsExactly("a", "b");
    assertThat(error).hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void uniqueExpression_isAConflictWithTheExpression() {
    ConflictException error =
        (ConflictException) translated("insert into word values ('x'), ('X')");

    assertThat(error.table()).isEqualTo("word");
    assertThat(error.columns()).containsExactly("lower(text)");
  }

  @Test
  void foreignKey_namesColumnAndConstraint() {
    ConstraintViolationException error =
        (ConstraintViolationException) translated("insert into child (parent_id) values (7)");

    assertThat(error.kind()).isEqualTo(Kind.FOREIGN_KEY);
    assertThat(error.table()).isEqualTo("child");
    assertThat(error.columns()).containsExactly("parent_id");
    assertThat(error.constraint()).contains("to_parent");
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
  void tooLongText_isNotStorable() {
    assertThat(translated("insert into child (name) values ('123456')"))
        .isInstanceOf(ValueNotStorableException.class)
        .hasMessage(
            "A value for child cannot be stored. PostgreSQL refused it (SQLState 22001). Shorten"
                + " or correct it.");
  }

  @Test
  void missingTable_isAnotherSchema() {
    assertThat(translated("select * from absent"))
        .isInstanceOf(SchemaNotCurrentException.class)
        .hasMessage(
            "child in postgresql://db/a is missing or has other columns than this version of"
                + " Aludel works with. Run \"aludel upgrade heads\".");
    assertThat(translated("select absent from child"))
        .isInstanceOf(SchemaNotCurrentException.class);
  }

  @Test
  void statementTimeout_isATimeout() {
    assertThat(translated("set statement_timeout = 20; select pg_sleep(10)"))
        .isInstanceOf(StorageTimeoutException.class)
        .hasMessage(
            "A statement on child ran longer than the statement timeout and was stopped; the"
                + " transaction on postgresql://db/a was rolled back. Ask for less, or raise the"
                + " statement timeout.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03", "08006", "08003", "57P01"})
  void whatMayPass_isTransient(String state) {
    assertThat(ofState(state)).isInstanceOf(TransientStorageException.class);
  }

  @Test
  void otherStates_areWhatTheyMean() {
    assertThat(ofState("XX001")).isInstanceOf(CorruptStorageException.class);
    assertThat(ofState("42501"))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage(
            "PostgreSQL could not work on child in postgresql://db/a (SQLState 42501). See the"
                + " cause; check rights and the server's log.");
    assertThat(errors.translate(new SQLException("no state"), PLACE))
        .isInstanceOf(StorageUnavailableException.class);
  }

  @Test
  void readOnlyServer_isToldAsWhatItIs() {
    assertThat(ofState("25006"))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage(
            "The server of postgresql://db/a takes no writes (SQLState 25006): is it a standby?"
                + " Connect to the one that does.");
  }

  @Test
  void commit_hasAnUnknownOutcome_whenNoAnswerCame() {
    assertThat(
            errors.translateCommit(
                new PSQLException("An I/O error occurred.", PSQLState.CONNECTION_FAILURE),
                SessionState.ENDED))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "The connection to postgresql://db/a was lost after the commit was sent and before it"
                + " was confirmed: all of the transaction is stored, or nothing. Read before writing"
                + " it again.");
  }

  @Test
  void commit_hasADefiniteOutcome_whenTheServerAnswered() {
    SQLException answered =
        catchThrowableOfType(
            SQLException.class, () -> run("do $$ begin raise sqlstate '40001'; end $$"));

    assertThat(errors.translateCommit(answered, SessionState.ALIVE))
        .isInstanceOf(TransientStorageException.class);
  }

  @Test
  void commit_hasAnUnknownOutcome_whenTheAnswerEndedTheSession() {
    SQLException ended =
        catchThrowableOfType(
            SQLException.class, () -> run("do $$ begin raise sqlstate '57P01'; end $$"));

    assertThat(errors.translateCommit(ended, SessionState.ENDED))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  private StorageException ofState(String state) {
    return errors.translate(new SQLException("the driver's words", state), PLACE);
  }

  private StorageException translated(String sql) {
    return errors.translate(catchThrowableOfType(SQLException.class, () -> run(sql)), PLACE);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
