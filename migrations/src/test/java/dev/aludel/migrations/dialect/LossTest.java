package dev.aludel.migrations.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.sql.DatabaseProduct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Portable SQL loses nothing in silence: what a translation would drop is refused at its place. */
final class LossTest {
  private static final String REMEDY =
      " What only one database knows is written for each: put \"--@ verbatim sqlite\" or"
          + " \"--@ verbatim postgresql\" before the statement.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "create table t (a int) strict | 4:24 | found \"strict\"; portable SQL expects the end of the statement here.",
        "create table t (a int primary key) without rowid | 4:36 | found \"without\"; portable SQL expects the end of the statement here.",
        "create table t (a int references p (id) deferrable initially deferred) | 4:41 | found \"deferrable\"; portable SQL expects \")\" here.",
        "create table t (a int, unique (a) on conflict replace) | 4:35 | found \"on\"; portable SQL expects \")\" here.",
        "create table t (a int unique on conflict replace) | 4:30 | found \"on\"; portable SQL expects \")\" here.",
        "create table t (a int generated always as (b + 1) stored) | 4:23 | found \"generated\"; portable SQL expects \")\" here.",
        "create table t (a text collate nocase) | 4:24 | found \"collate\"; portable SQL expects \")\" here.",
        "alter index i renam to j | 4:15 | found \"renam\"; portable SQL expects \"rename to\" here.",
        "create temporary table t (a int) | 4:8 | found \"temporary\"; portable SQL expects a table that stays, or what else it can create, here.",
        "create unlogged table t (a int) | 4:8 | found \"unlogged\"; portable SQL expects a table that stays, or what else it can create, here.",
        "create table t (a int) tablespace x | 4:24 | found \"tablespace\"; portable SQL expects the end of the statement here.",
        "alter table t alter column a type bigint using (a::bigint) | 4:42 | found \"using\"; portable SQL expects the end of the statement here.",
        "alter table t add column a int first | 4:32 | found \"first\"; portable SQL expects the end of the statement here.",
        "alter table t drop column a cascade | 4:29 | found \"cascade\"; portable SQL expects the end of the statement here.",
        "alter table t set schema x | 4:15 | found \"set\"; portable SQL expects \"add\", \"drop\", \"alter\" or \"rename\" here.",
        "create table t (a money) | 4:19 | the type \"money\" is not portable. Portable are: smallint, integer, int, bigint, tinyint, boolean, bool, real, float, double precision, double, numeric, decimal, text, varchar, char, character, character varying, char varying, clob, blob, binary, varbinary, bytea, date, time, time without time zone, time with time zone, timestamp, timestamp without time zone, timestamp with time zone, datetime, json, jsonb, uuid, xml, interval."
      })
  void translate_isRefusedWithItsPlace_whenAClauseOfATableIsNotPortable(
      String sql, String place, String problem) {
    for (DatabaseProduct product : DatabaseProduct.values()) {
      assertThatThrownBy(() -> Statements.translated(product, sql))
          .isInstanceOf(ScriptException.class)
          .hasMessage("a.sql:" + place + ": " + problem + REMEDY);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "create index i on t using gin (a) | 4:21 | \"using\" would be lost: the statement would become \"create index i on t(a)\".",
        "create unique index i on t (a) include (b) | 4:32 | \"include\" would be lost: on SQLite the statement would become \"create unique index i on t(a)\".",
        "set lock_timeout = '1s' | 4:1 | \"set lock_timeout = '1s'\" would be ignored.",
        "select datediff(millisecond, a, b) from t | 4:8 | \"datediff\" would be lost: the statement would become \"select ((extract(epoch from b) - extract(epoch from a)) * 1000) from t\".",
        "update t set a = :name | 4:18 | \":\" would be lost: the statement would become \"update t set a = null\".",
        "create extension pg_trgm | 4:1 | \"create extension pg_trgm\" would be ignored.",
        "insert into t values (E'a') | 4:23 | the string with the prefix \"E\" is not portable."
      })
  void translate_isRefusedWithItsPlace_whenTheParserWouldDropAWord(
      String sql, String place, String problem) {
    for (DatabaseProduct product : DatabaseProduct.values()) {
      assertThatThrownBy(() -> Statements.translated(product, sql))
          .isInstanceOf(ScriptException.class)
          .hasMessage("a.sql:" + place + ": " + problem + REMEDY);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "create trigger tr after insert on t for each row execute function f() | 4:16 | the statement is not understood at \"tr\" (the parser does not know it).",
        "create index concurrently i on t (a) | 4:27 | the statement is not understood at \"i\" (Keyword 'ON' expected).",
        "drop index concurrently i | 4:25 | the statement is not understood at \"i\" (Unexpected clause).",
        "creat table t (a int) | 4:1 | the statement is not understood at \"creat\" (no portable statement begins so).",
        "select * form t | 4:10 | the statement is not understood at \"form\" (Unexpected clause).",
        "update t set | 4:13 | the statement is not understood at its end (Identifier expected)."
      })
  void translate_isRefusedWithItsPlace_whenTheParserDoesNotKnowTheStatement(
      String sql, String place, String problem) {
    for (DatabaseProduct product : DatabaseProduct.values()) {
      assertThatThrownBy(() -> Statements.translated(product, sql))
          .isInstanceOf(ScriptException.class)
          .hasMessage(
              "a.sql:" + place + ": " + problem + " If it is misspelt, correct it." + REMEDY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table if exists t",
        "create unique index i on t (a desc, lower(b)) where c is not null",
        "create view v as select a, b as c from t where a <> 1 or a != 2",
        "insert into t (a, b) values (1, 'x''y;'), (2, null)",
        "insert into t (a) select a from u where a not in (1, 2) order by a limit 3",
        "insert into t (a, b) values (1, 2) on conflict (a) do update set b = excluded.b",
        "update t set a = coalesce(b, 0) * 1000 + cast(substr(c, 1, 3) as integer) where id is null",
        "update t set a = case when b then 'x' else 'y' end where c between 1 and 2",
        "delete from t where not exists (select 1 from u where u.id = t.id)",
        "with x as (select 1 as a) insert into t (a) select a from x",
        "create table t2 as select a from t",
        "update \"Odd Name\" set \"order\" = 1",
        "update t set a = true where b = false"
      })
  void translate_keepsTheStatement_whenItIsPortable(String sql) {
    for (DatabaseProduct product : DatabaseProduct.values()) {
      assertThat(Statements.translated(product, sql)).hasSize(1);
    }
  }
}
