package dev.aludel.migrations.run;

import dev.aludel.migrations.run.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What scripts do to the session that runs them, in every way known, and how a script sees it. */
final class SessionChange {
  private static final List<String> POSTGRES =
      List.of(
          "set search_path to app, public",
          "set session search_path = ''",
          "select pg_catalog.set_config('search_path', 'app', false)",
          "set local search_path = app",
          "set schema 'app'",
          "set time zone 'Asia/Tokyo'",
          "set time zone 5",
          "set datestyle = 'ISO, DMY'",
          "set intervalstyle = 'iso_8601'",
          "set statement_timeout = 0",
          "set lock_timeout = 0",
          "set check_function_bodies = false",
          "set work_mem = '7MB'",
          "set row_security = off",
          "set session_replication_role = replica",
          "set default_transaction_read_only = on",
          "set session characteristics as transaction isolation level serializable",
          "reset all",
          "set role session_writer",
          "set session authorization session_writer",
          "select pg_catalog.set_config('role', 'session_writer', false)",
          "set role session_writer;\nset session authorization session_writer",
          "set session authorization session_writer;\nset role session_writer",
          "set local role session_writer;\nset session authorization session_writer",
          "set role session_writer;\nselect pg_catalog.set_config('role', 'none', true)",
          "do $$ begin set search_path = app; execute 'set role session_writer'; end $$",
          "do $$ begin perform pg_catalog.set_config('TimeZone', 'Asia/Tokyo', false); end $$",
          "select public.wander('app')",
          "create table if not exists public.made as select public.wander('app')",
          "create materialized view if not exists public.made_view as select public.wander('app')",
          "alter table public.known add column if not exists b text default public.wander('app')",
          "create index on public.known (public.wander_still(a))",
          "call public.wander_by_call('app')",
          "insert into public.watched (a) values (1)",
          "update public.watched set a = 2",
          "delete from public.watched",
          "truncate public.watched",
          "insert into public.defaulted default values",
          "select a from public.wandering",
          "select public.tenant('one')",
          "set \"app\".\"quoted\" = 'one'",
          "select pg_catalog.set_config(E'app.escaped', 'one', false)",
          "set plpgsql.extra_warnings = 'all'",
          "do $$ begin null; end $$;\nset plpgsql.extra_errors = 'all'",
          "load 'auto_explain';\nset auto_explain.log_nested_statements = on",
          "create temp table t (a integer)",
          "create temp table if not exists u as select 1 as a",
          "create temp view v as select 1 as a",
          "create temp sequence s",
          "create type pg_temp.c as (a integer)",
          "create function pg_temp.f(integer) returns integer language sql as 'select 1'",
          "select 1 as a into temp w",
          "prepare p as select 1",
          "listen news",
          "declare c cursor with hold for select 1",
          "declare d cursor for select 1",
          "select pg_catalog.pg_advisory_lock(7)",
          "select pg_catalog.pg_advisory_lock(-7), pg_catalog.pg_advisory_lock(-7)",
          "select pg_catalog.pg_advisory_lock_shared(-1, 7)",
          "select pg_catalog.pg_try_advisory_xact_lock(8)",
          "select pg_catalog.setseed(0.5)");

  private static final List<String> SQLITE =
      List.of(
          "pragma ignore_check_constraints = on",
          "pragma recursive_triggers(1)",
          "pragma case_sensitive_like = true",
          "pragma writable_schema = 1",
          "pragma main.cell_size_check = on",
          "pragma legacy_alter_table = on",
          "pragma reverse_unordered_selects = yes",
          "pragma trusted_schema = 0",
          "pragma query_only = on",
          "pragma cache_size = 77",
          "pragma cache_spill = off",
          "pragma secure_delete = 0",
          "pragma automatic_index = off",
          "pragma count_changes = on",
          "pragma full_column_names = on",
          "pragma short_column_names = off",
          "pragma empty_result_callbacks = on",
          "pragma analysis_limit = 5",
          "pragma threads = 2",
          "pragma journal_size_limit = 99",
          "pragma locking_mode = exclusive",
          "pragma wal_autocheckpoint = 5",
          "pragma read_uncommitted = on",
          "pragma checkpoint_fullfsync = on",
          "pragma fullfsync = on",
          "pragma busy_timeout = 17",
          "create temp table t (a integer primary key)",
          "create temporary table if not exists u as select 1 as a",
          "create table temp.seen (revision text, what text)",
          "create temp view v as select 1 as a",
          "create temp table o as select 1 as a;\nalter table temp.o rename to renamed",
          "create temp trigger r after insert on main.seen begin select 1; end",
          "attach database ':memory:' as other");

  private static final List<String> POSTGRES_LOOKS =
      List.of(
          "select 'setting ' || name || ' ' || setting from pg_catalog.pg_settings where source ="
              + " 'session' and name not in ('lock_timeout', 'client_encoding',"
              + " 'standard_conforming_strings', 'transaction_isolation', 'transaction_read_only',"
              + " 'transaction_deferrable', 'application_name')",
          "select 'setting ' || name || ' ' || pg_catalog.current_setting(name, true) from"
              + " pg_catalog.unnest(array['app.tenant', 'app.quoted', 'app.escaped',"
              + " 'plpgsql.extra_warnings', 'plpgsql.extra_errors',"
              + " 'auto_explain.log_nested_statements']) name where"
              + " pg_catalog.current_setting(name, true) not in ('', 'none', 'off')",
          "select 'user ' || current_user || ' ' || session_user",
          "select 'temporary ' || count(*) from pg_catalog.pg_depend where refclassid ="
              + " 'pg_catalog.pg_namespace'::regclass and refobjid = pg_catalog.pg_my_temp_schema()",
          "select 'prepared ' || name from pg_catalog.pg_prepared_statements where from_sql",
          "select 'cursor ' || name from pg_catalog.pg_cursors where name <> ''",
          "select 'listener ' || name from pg_catalog.pg_listening_channels() name",
          "select 'lock ' || count(*) from pg_catalog.pg_locks where locktype = 'advisory' and pid ="
              + " pg_catalog.pg_backend_pid()");

  private static final List<String> SQLITE_LOOKS =
      List.of(
          "select 'like ' || ('a' like 'A')",
          "select 'temporary ' || name from sqlite_temp_schema where name not like 'aludel%'",
          "select 'attached ' || name from pragma_database_list where seq > 1",
          "select 'recursive ' || recursive_triggers from pragma_recursive_triggers",
          "select 'checks ' || ignore_check_constraints from pragma_ignore_check_constraints",
          "select 'reverse ' || reverse_unordered_selects from pragma_reverse_unordered_selects",
          "select 'query ' || query_only from pragma_query_only",
          "select 'writable ' || writable_schema from pragma_writable_schema",
          "select 'legacy ' || legacy_alter_table from pragma_legacy_alter_table",
          "select 'locking ' || locking_mode from pragma_locking_mode");

  private SessionChange() {}

  /** Every change known, each a statement of its own. */
  static List<String> all(Kind kind) {
    return kind == Kind.SQLITE ? SQLITE : POSTGRES;
  }

  /** Whether nothing can put it back before the transaction ends. */
  static boolean outlastsTransaction(String change) {
    return change.startsWith("attach") || change.contains("advisory_lock");
  }

  /** Whether it does something only inside a transaction. */
  static boolean needsTransaction(String change) {
    return change.contains("xact_lock")
        || change.startsWith("declare d")
        || change.startsWith("set local")
        || change.contains("', true)");
  }

  /** What a caller may have in the session before a run. */
  static String[] ofTheCaller(Kind kind) {
    return kind == Kind.SQLITE
        ? new String[] {
          "pragma recursive_triggers = on",
          "create temp table kept as select 1 as a",
          "attach database ':memory:' as mine"
        }
        : new String[] {
          "set search_path = public, pg_catalog",
          "set statement_timeout = 77000",
          "create temp table kept as select 1 as a",
          "prepare mine as select 1",
          "listen mine",
          "select pg_catalog.pg_advisory_lock(77)"
        };
  }

  /** Queries for what a session holds. */
  static List<String> looks(Kind kind) {
    return kind == Kind.SQLITE ? SQLITE_LOOKS : POSTGRES_LOOKS;
  }

  /** What stands before all revisions that change the session. */
  static String ground(Kind kind) {
    return kind == Kind.SQLITE
        ? "create table seen (revision text, what text);\n"
        : """
        create schema app;
        create table public.seen (revision text, what text);
        create function public.wander(path text) returns text language sql
          as $$ select pg_catalog.set_config('search_path', path, false) $$;
        create function public.wander_still(a integer) returns integer immutable language plpgsql
          as $$ begin perform pg_catalog.set_config('search_path', 'app', false); return a; end $$;
        create procedure public.wander_by_call(path text) language plpgsql
          as $$ begin perform pg_catalog.set_config('search_path', path, false); end $$;
        create function public.wander_by_trigger() returns trigger language plpgsql
          as $$ begin set search_path = app; return null; end $$;
        create function public.tenant(name text) returns text language sql
          begin atomic select pg_catalog.set_config('app.tenant', name, false); end;
        create table public.known (a integer);
        insert into public.known values (1);
        create table public.watched (a integer);
        insert into public.watched values (1);
        create trigger wanders after insert or update or delete or truncate on public.watched
          execute function public.wander_by_trigger();
        create table public.defaulted (a text default pg_catalog.set_config('search_path', 'app', false));
        create view public.wandering as select pg_catalog.set_config('TimeZone', 'Asia/Tokyo', false) as a;
        grant all on schema app, public to session_writer;
        grant all on all tables in schema public to session_writer;
        """;
  }

  /** Writes what a script sees of its session into a table. */
  static String look(Kind kind, String revision) {
    StringBuilder script = new StringBuilder();
    for (String look : looks(kind)) {
      script.append(
          "insert into %s.seen select '%s', seen.* from (%s) as seen;\n"
              .formatted(kind == Kind.SQLITE ? "main" : "public", revision, look));
    }
    return script.toString();
  }

  /** Some of the changes, each once: another role comes last, for it may do less. */
  static List<String> some(Kind kind, RandomGenerator random) {
    List<String> left = new ArrayList<>(all(kind));
    List<String> changes = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String change = left.remove(random.nextInt(left.size()));
      boolean forbids = change.contains("session_writer") || change.contains("query_only");
      changes.add(forbids ? changes.size() : 0, change);
    }
    return changes;
  }
}
