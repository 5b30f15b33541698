package dev.aludel.migrations.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.script.RevisionScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TouchedTablesTest {
  private static String tables(String section, String sql) {
    return String.join(
        " ",
        TouchedTables.of(
            RevisionScript.read(
                "a.sql", "--@ revision a1\n--@ revises base\n" + section + "\n" + sql)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "create table t (a integer references u (b) on update cascade) | t",
        "create temp table if not exists T (a integer) | t",
        "alter table if exists only t add column a integer | t",
        "alter table t rename to u | t u",
        "alter table t rename column a to b | t",
        "drop table if exists t, u cascade | t u",
        "truncate table t, only u | t u",
        "create unique index concurrently if not exists i on only t (a) | t",
        "insert into t (a) select a from u | t",
        "insert or ignore into t values (1) | t",
        "insert into t values (1) on conflict do update set a = 2 | t",
        "replace into t values (1) | t",
        "update only t set a = (select b from u for update of u) | t",
        "delete from public.t where a in (select a from u) | t",
        "delete from main.\"T u\" | t u",
        "delete from app.t | app.t",
        "with gone as (delete from t returning a) insert into u select a from gone | t u",
        "select replace(a, 'delete from x', 'y') from t | ``",
        "drop index i | ``",
        "create view v as select 1 | ``",
      })
  void of_findsTheTables(String sql, String expected) {
    String outside = sql.contains(" concurrently ") ? "\n--@ autocommit" : "";
    assertThat(tables("--@ upgrade postgresql" + outside, sql)).isEqualTo(expected);
  }

  @Test
  void of_looksIntoTriggers() {
    assertThat(
            tables(
                "--@ upgrade sqlite",
                "create trigger r after update on [t] begin update `u` set a = 1; delete from [v w];"
                    + " end;"))
        .isEqualTo("u v w");
  }

  @Test
  void of_countsEveryDatabase_andNoDowngrade() {
    assertThat(
            tables(
                "--@ upgrade sqlite",
                "drop table t;\n--@ upgrade postgresql\ndrop table u;\n--@ downgrade\ndrop table"
                    + " v;"))
        .isEqualTo("t u");
  }
}
