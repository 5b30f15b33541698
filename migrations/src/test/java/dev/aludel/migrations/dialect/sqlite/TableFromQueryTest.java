package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableFromQueryTest {
  private static final String SOURCE =
      "create table source (id integer primary key, name text collate nocase, size numeric(3, 1))";

  private static List<List<String>> columns(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement sql = connection.createStatement()) {
      sql.execute(SOURCE);
      sql.execute(statement);
      List<List<String>> columns = new ArrayList<>();
      try (ResultSet rows =
          sql.executeQuery("select name, type from pragma_table_info('t') order by cid")) {
        while (rows.next()) {
          columns.add(List.of(rows.getString(1), rows.getString(2)));
        }
      }
      return columns;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t as select * from source",
        "create temp table t as select id, name as n, size * 2 from source -- the end",
        "create table if not exists main.t as values (1, 'a')",
        "CREATE TEMPORARY TABLE t AS select id, id, name from source order by 1 limit 3",
        "create table \"t\" as with x as (select name from source) select * from x",
        "create table t as select a.id, b.id from source a join source b using (name)"
      })
  void table_hasTheSameColumns_withoutRows(String statement) throws SQLException {
    String rowless = TableFromQuery.withoutRows(statement);

    assertThat(rowless).endsWith(" limit 0");
    assertThat(columns(rowless)).isEqualTo(columns(statement)).isNotEmpty();
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings =
          "create table t as with recursive c (x) as (select 1 union all select x + 1 from c) select x from c")
  void query_isNotRun(String statement) throws SQLException {
    assertThat(columns(TableFromQuery.withoutRows(statement))).containsExactly(List.of("x", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (a integer generated always as (1), b)",
        "create view t as select * from source",
        "create trigger g after insert on source begin select 1 as a; end",
        "insert into source select 1 as a",
        "create",
        ""
      })
  void everythingElse_isAsItWas(String statement) {
    assertThat(TableFromQuery.withoutRows(statement)).isEqualTo(statement);
  }
}
