package dev.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TestPostgresTest {

  @Test
  void freshDatabase_sortsByTheRulesOfIcu_always() throws SQLException {
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      assertThat(
              strings(
                  database.jdbcUrl(),
                  "select x from (values ('B'), ('a'), ('Z'), ('ä'), ('b')) t (x) order by x"))
          .containsExactly("a", "ä", "b", "B", "Z");
      assertThat(
              strings(
                  database.jdbcUrl(),
                  "select pg_encoding_to_char(encoding) || ' ' || datlocprovider::text"
                      + " from pg_database where datname = current_database()"))
          .containsExactly("UTF8 i");
    }
  }

  @Test
  void freshDatabase_isEmptyAndItsOwn_whenAnotherIsOpen() throws SQLException {
    try (FreshDatabase one = TestPostgres.freshDatabase();
        FreshDatabase two = TestPostgres.freshDatabase()) {
      try (Connection connection = one.dataSource().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create table t (x integer)");
      }
      String tables = "select tablename::text from pg_tables where schemaname = 'public'";
      assertThat(strings(one.jdbcUrl(), tables)).containsExactly("t");
      assertThat(strings(two.jdbcUrl(), tables)).isEmpty();
    }
  }

  @Test
  void copy_hasTheSameContentAndIsItsOwn() throws SQLException {
    try (FreshDatabase one = TestPostgres.freshDatabase()) {
      try (Connection connection = one.dataSource().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create table t as select 'x' as x");
      }
      try (FreshDatabase two = one.copy()) {
        try (Connection connection = two.dataSource().getConnection();
            var statement = connection.createStatement()) {
          statement.execute("update t set x = 'y'");
        }
        assertThat(strings(one.jdbcUrl(), "select x from t")).containsExactly("x");
        assertThat(strings(two.jdbcUrl(), "select x from t")).containsExactly("y");
      }
    }
  }

  @Test
  void close_dropsTheDatabase_whenAConnectionIsOpen() throws SQLException {
    FreshDatabase database = TestPostgres.freshDatabase();
    try (Connection connection = database.dataSource().getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
      database.close();
      database.close();
    }
    assertThatThrownBy(() -> strings(database.jdbcUrl(), "select 'x'"))
        .isInstanceOf(SQLException.class)
        .hasMessage("FATAL: database \"" + database.name() + "\" does not exist");
  }

  @Test
  void checked_saysBothWays_whenTheNamedServerIsUnreachable() {
    ServerAddress nowhere = ServerAddress.parse("postgresql://me:secret@localhost:1/db");
    assertThatThrownBy(() -> TestPostgres.checked(nowhere))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasCauseInstanceOf(SQLException.class)
        .hasMessage(
            "Cannot use the PostgreSQL server at localhost:1 (user me), which"
                + " ALUDEL_TEST_POSTGRES_URL names: Connection to localhost:1 refused. Check that"
                + " the hostname and port are correct and that the postmaster is accepting TCP/IP"
                + " connections. Either name a server of PostgreSQL 16 or newer where the user may"
                + " create databases, or unset the variable to use the embedded server (as root it"
                + " needs \"unshare -U\" to work).");
  }

  @Test
  void embeddedFailed_saysBothWays_always() {
    assertThat(PostgresUnavailableException.embeddedFailed("initdb failed"))
        .isEqualTo(
            "Cannot start the embedded PostgreSQL server: initdb failed. Either let it start (as"
                + " root it needs \"unshare -U\" to work, elsewhere any user but root), or name a"
                + " server of PostgreSQL 16 or newer where the user may create databases:"
                + " ALUDEL_TEST_POSTGRES_URL=postgresql://user:password@host:port/database.");
  }

  private static List<String> strings(String jdbcUrl, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
