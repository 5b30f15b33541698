package dev.aludel.migrations.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.effect.Effect.Deletes;
import dev.aludel.migrations.sql.SqlSyntax;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row: a statement, and what it does in short words. */
final class EffectsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "create table T (a int)                          | creates table t",
        "create table if not exists main.[My T] (a)      | creates table main.my t if so",
        "create temp table x as select 1                 | creates temporary table x",
        "create table temp.x (a)                         | creates temporary table temp.x",
        "create virtual table f using fts5(a)            | creates table f",
        "create temporary view v as select 1             | creates temporary view v",
        "create unique index main.i on t (a)             | creates index main.i on t",
        "create temp trigger g after update of a on `T` begin delete from t; end | creates temporary trigger g on t",
        "drop table if exists \"A\"                      | drops table a if so",
        "drop table main.'a'                             | drops table main.a",
        "drop index i                                    | drops index i",
        "drop view v                                     | drops view v",
        "alter table a rename to B                       | renames table a to b",
        "alter table main.a rename to b                  | renames table main.a to main.b",
        "alter table a rename column x to y              | alters table a rename_column x",
        "alter table a rename x to y                     | alters table a rename_column x",
        "alter table a drop column X                     | alters table a drop_column x",
        "alter table a drop x                            | alters table a drop_column x",
        "alter table a drop constraint x                 | alters table a other",
        "alter table a alter column X type int           | alters table a alter_column x",
        "alter table a alter x set default 1             | alters table a alter_column x",
        "alter table a alter constraint x deferrable     | alters table a other",
        "alter table a add column x int                  | alters table a other",
        "insert into t select * from u                   | inserts t",
        "insert or replace into t values (1)             | inserts t replacing",
        "replace into t values (1)                       | inserts t replacing",
        "insert or ignore into main.t values (1)         | inserts main.t",
        "insert or rollback into t values (1)            | controls rollback; inserts t",
        "insert into t values (1) on conflict (a) do update set b = 1, c = 2 where d = 3 | inserts t; updates t [b, c]",
        "insert into t select replace(a, 'b', 'c') from u | inserts t",
        "update t set a = 1, \"B\" = (select c from u) where d = 1 | updates t [a, b]",
        "update or replace t set (a, b) = (1, 2)         | updates t [a, b] replacing",
        "update main.t as x indexed by i set a = 1       | updates main.t [a]",
        "with d as (select 1) delete from t where a = 1  | deletes t",
        "with d as (select 1) update t set a = case when b then 1 end, c = 2 | updates t [a, c]",
        "with d as (select 1) replace into t select 1    | inserts t replacing",
        "delete from main.[t]                            | deletes main.t",
        "explain delete from t                           | ''",
        "select * from t                                 | ''",
        "pragma foreign_keys = OFF                       | pragma foreign_keys=off",
        "pragma main.foreign_keys('no')                  | pragma main.foreign_keys=no",
        "pragma cache_size = -200                        | pragma cache_size=-200",
        "pragma foreign_key_check                        | pragma foreign_key_check",
        "attach database 'x.db' as Other                 | attaches other",
        "attach 'x.db' as \"o\"                          | attaches o",
        "detach database other                           | detaches other",
        "detach other                                    | detaches other",
        "vacuum                                          | maintains vacuum",
        "begin immediate                                 | controls begin",
        "savepoint x                                     | controls savepoint",
        "explode t                                       | unknown explode"
      })
  void of_tellsWhatAStatementOfSqliteDoes(String sql, String effects) {
    assertThat(read(sql, SqlSyntax.SQLITE)).isEqualTo(effects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "create table \"T\" (a int)                      | creates table T",
        "create unlogged table s.T (a int)               | creates table s.t",
        "create local temporary table t (a int)          | creates temporary table t",
        "create table pg_temp.t (a int)                  | creates temporary table pg_temp.t",
        "create or replace temp view v as select 1       | creates temporary view v",
        "create materialized view m as select 1          | creates view m",
        "create unique index concurrently if not exists i on only s.t (a) | concurrently; creates index i on s.t if so",
        "create index on t (a)                           | creates index  on t",
        "drop index concurrently i                       | concurrently; drops index i",
        "drop table a, s.b cascade                       | drops table a; drops table s.b",
        "drop function f(int), g                         | drops function f",
        "alter table if exists only s.a drop column b, add c int, drop constraint d, drop if exists e | alters table s.a drop_column b; alters table s.a other; alters table s.a other; alters table s.a drop_column e",
        "alter table a set schema s                      | renames table a to s.a",
        "alter index i rename to j                       | renames index i to j",
        "alter sequence s restart                        | alters sequence s other",
        "create schema s create table t (a int)          | creates schema s; unknown create",
        "create function f() returns int language sql as 'select set_config(1,2,3)' | creates function f",
        "create type e as enum ('a')                     | creates other e",
        "with d as (delete from only s.t returning *) insert into u select * from d | deletes s.t; inserts u",
        "with d as (update t set a = 1 where b returning *) select * from d | updates t [a]",
        "select * from t for update                      | ''",
        "select (update) from t                          | ''",
        "select * into temp x from t                     | creates temporary table x",
        "select * into local temporary x from t          | creates temporary table x",
        "select a into s.x from t                        | creates table s.x",
        "merge into t using u on t.a = u.a when matched and x then update set b = 1 when matched then delete when not matched then insert values (1) | updates t [b]; deletes t; inserts t",
        "truncate table only a, s.b restart identity     | deletes a; deletes s.b",
        "copy t (a, b) from stdin                        | inserts t",
        "copy t to stdout                                | ''",
        "copy (delete from t returning *) to stdout      | deletes t",
        "explain analyze update t set a = 1              | updates t [a]",
        "explain update t set a = 1                      | ''",
        "set search_path to a, b                         | session setting search_path session",
        "set local statement_timeout = 1                 | session setting statement_timeout transaction",
        "set session TimeZone = 'UTC'                    | session setting timezone session",
        "set time zone 'UTC'                             | session setting timezone session",
        "set schema 'x'                                  | session setting search_path session",
        "set role bob                                    | session role  session",
        "set local role bob                              | session role  transaction",
        "set session authorization bob                   | session authorization  session",
        "reset all                                       | session setting all session",
        "reset role                                      | session role  session",
        "set constraints all deferred                    | session constraints  transaction",
        "set transaction isolation level serializable    | session transaction_mode  transaction",
        "select pg_catalog.set_config('Search_Path', 'x', false) | session setting search_path session",
        "select set_config('search_path', 'x', true)     | session setting search_path transaction",
        "with x as (select pg_advisory_lock(1)) select 1 | session advisory_lock pg_advisory_lock session",
        "select pg_advisory_xact_lock(1)                 | ''",
        "listen a                                        | session listener a session",
        "prepare p as delete from t                      | session prepared_statement p session",
        "deallocate prepare all                          | session prepared_statement all session",
        "deallocate p                                    | session prepared_statement p session",
        "declare c cursor for select 1                   | session cursor c transaction",
        "declare c binary cursor with hold for select 1  | session cursor c session",
        "discard temp                                    | session discard temp session",
        "load 'lib'                                      | session library lib session",
        "reindex (verbose) index concurrently i          | maintains reindex; concurrently",
        "refresh materialized view concurrently m        | maintains refresh; concurrently",
        "prepare transaction 'x'                         | controls prepare",
        "start transaction                               | controls start",
        "do 'begin delete from t; end'                   | unknown do",
        "call p()                                        | unknown call"
      })
  void of_tellsWhatAStatementOfPostgresDoes(String sql, String effects) {
    assertThat(read(sql, SqlSyntax.POSTGRESQL)).isEqualTo(effects);
  }

  @Test
  void offset_isWhereTheClauseBegins() {
    assertThat(
            Effects.of("/* é */ with d as (delete from a)\n delete from b", SqlSyntax.POSTGRESQL))
        .containsExactly(
            new Deletes(new ObjectName("", "a"), 19), new Deletes(new ObjectName("", "b"), 35));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "(",
        ")",
        "create",
        "drop",
        "alter",
        "alter table",
        "alter table t",
        "insert or",
        "update",
        "replace",
        "delete",
        "merge",
        "pragma",
        "pragma x =",
        "attach",
        "set",
        "reset",
        "set local",
        "copy",
        "truncate",
        "explain",
        "declare",
        "prepare",
        "select into",
        "'",
        "/*",
        "alter table t rename",
        "alter table t drop",
        "create index",
        "drop table ,",
        "load",
        "create temp trigger x",
        "select set_config(",
        "update t set",
        "insert into"
      })
  void of_neverFails_whateverIsCutOff(String text) {
    for (SqlSyntax syntax : SqlSyntax.values()) {
      assertThat(Effects.of(text, syntax)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "update a set (", "(update a set b = ", "insert or ", "set_config(", "delete from ",
        "alter table a ", ", ", "case ", "drop ", "then update set ", "select into temp "
      })
  @Timeout(60)
  void of_takesTimeInProportion_whateverIsRepeated(String part) {
    String text = "with x " + part.repeat(60_000);

    for (SqlSyntax syntax : SqlSyntax.values()) {
      assertThat(Effects.of(text, syntax)).isNotNull();
    }
  }

  private static String read(String sql, SqlSyntax syntax) {
    return Effects.of(sql, syntax).stream()
        .map(EffectWords::of)
        .collect(Collectors.joining("; "))
        .transform(words -> words.isEmpty() ? "''" : words);
  }
}
