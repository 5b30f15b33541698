package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Version table and journal are in one schema, and nowhere along the search path. */
final class VersionTableSchemaTest {
  private static final String TABLES =
      "select table_schema || '.' || table_name from information_schema.tables where table_schema"
          + " in ('public', 'ops', 'app') order by 1";

  @TempDir private Path folder;
  private Scripts scripts;
  private TestDatabase database;

  @BeforeEach
  void open() throws IOException {
    database = Kind.POSTGRESQL.open(folder);
    database.execute("create schema ops", "create schema app");
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("a1", "base", "create table t (id integer);", "drop table t;")
            .add("b2", "a1", "create table u (id integer);", "drop table u;");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private MigratorBuilder builder(String query) {
    return Migrator.builder().url(database.url() + query).scripts(scripts.folder());
  }

  @Test
  void versionTable_isInTheSchemaOfTheUrl() {
    builder("?currentSchema=ops").build().upgrade();
    assertThat(database.query(TABLES))
        .containsExactly("ops.alembic_version", "ops.aludel_journal", "ops.t", "ops.u");
  }

  @Test
  void versionTable_isNotThatOfALaterSchemaOfTheSearchPath() {
    builder("").build().upgrade();
    Migrator tenant = builder("?currentSchema=app,public").build();
    assertThat(tenant.current().rows()).isEmpty();
    tenant.upgrade();
    assertThat(database.query(TABLES))
        .contains("app.alembic_version", "app.aludel_journal", "app.t", "app.u");
    tenant.downgrade("base");
    assertThat(database.query("select version_num from public.alembic_version"))
        .containsExactly("b2");
  }

  @Test
  void versionTable_isInTheSchemaNamed_whereverTheTablesGo() {
    Migrator migrator = builder("?currentSchema=app").versionTable("ops.versions").build();
    migrator.upgrade();
    migrator.downgrade("a1");
    assertThat(migrator.current().rows()).containsExactly("a1");
    assertThat(migrator.appliedRevisions()).hasSize(1);
    assertThat(database.query(TABLES))
        .containsExactly("app.t", "ops.aludel_journal", "ops.versions");
    assertThat(migrator.stamp("b2").rowsAfter()).containsExactly("b2");
    assertThat(migrator.ensureVersion()).isEqualTo(VersionTableState.PRESENT);
  }

  @Test
  void versionTable_isTheOneThatWasLookedAt_whateverAScriptDoesToTheSearchPath() {
    database.execute(
        "create table app.alembic_version (version_num varchar(32) primary key)",
        "insert into app.alembic_version values ('theirs')",
        "create table app.aludel_journal (strange integer)");
    scripts
        .add("c3", "b2", "--@ verbatim\nset search_path to app, public;", "")
        .add("d4", "c3", "--@ autocommit\n--@ verbatim\nset search_path to app;", "");
    Migrator migrator = builder("").build();
    migrator.upgrade();
    assertThat(migrator.current().rows()).containsExactly("d4");
    assertThat(database.query("select version_num from app.alembic_version"))
        .containsExactly("theirs");
    assertThat(database.query("select count(*) from public.aludel_journal")).containsExactly("4");
  }

  @ParameterizedTest
  @EnumSource(names = {"PSQL", "POSTGRES_JDBC"})
  void script_writesIntoTheSchemaNamed_whereverTheTablesGo(ScriptRun run) throws IOException {
    Migrator migrator = builder("").versionTable("ops.versions").build();
    run.apply(database, upgrade(migrator, "heads"));
    assertThat(migrator.current().rows()).containsExactly("b2");
    assertThat(database.query(TABLES))
        .containsExactly("ops.aludel_journal", "ops.versions", "public.t", "public.u");
  }

  @ParameterizedTest
  @EnumSource(names = {"PSQL", "POSTGRES_JDBC"})
  void script_writesIntoTheTableThatItNames_whateverItDoesToTheSearchPath(ScriptRun run)
      throws IOException {
    database.execute(
        "create table app.alembic_version (version_num varchar(32) primary key)",
        "insert into app.alembic_version values ('theirs')");
    scripts.add("c3", "b2", "--@ autocommit\n--@ verbatim\nset search_path to app, public;", "");
    Migrator migrator = builder("").build();
    run.apply(database, upgrade(migrator, "heads"));
    assertThat(migrator.current().rows()).containsExactly("c3");
    assertThat(database.query("select version_num from app.alembic_version"))
        .containsExactly("theirs");
  }

  @Test
  void script_isRefused_whenTheSessionBeginsElsewhere() throws IOException {
    String script = upgrade(builder("?currentSchema=app").build(), "heads");
    assertThat(ScriptRun.POSTGRES_JDBC.run(database, script).said())
        .contains(
            "this script is for a session that begins in the schema app: set its search path so,"
                + " or write the script with --version-table SCHEMA.alembic_version; it begins in:"
                + " public");
    assertThat(database.query(TABLES)).isEmpty();
  }

  @Test
  void script_isRefused_whenTheSchemaNamedIsNotThere() throws IOException {
    String script = upgrade(builder("").versionTable("nowhere.versions").build(), "heads");
    assertThat(ScriptRun.POSTGRES_JDBC.run(database, script).said())
        .contains("there is no schema for the version table nowhere.versions; make it first");
    assertThat(database.query(TABLES)).isEmpty();
  }

  private static String upgrade(Migrator migrator, String range) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, range);
    return script.toString();
  }

  @Test
  void anyCommand_isRefused_whenTheSchemaNamedIsNotThere() {
    Migrator migrator = builder("").versionTable("nowhere.versions").build();
    for (ThrowingCallable call : callsOf(migrator)) {
      assertThatThrownBy(call)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "There is no schema nowhere for the version table nowhere.versions. Make it (create"
                  + " schema \"nowhere\"), or name one that is there; capital letters count.");
    }
  }

  @Test
  void anyCommand_isRefused_whenTheSearchPathLeadsNowhere() {
    Migrator migrator = builder("?currentSchema=nowhere").build();
    for (ThrowingCallable call : callsOf(migrator)) {
      assertThatThrownBy(call)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "There is no schema for the version table alembic_version: the search path of the"
                  + " connection, nowhere, leads to none that is there and that this user may use."
                  + " Make the schema, correct the search path, or name a schema that is there with"
                  + " the table: SCHEMA.alembic_version.");
    }
  }

  private static List<ThrowingCallable> callsOf(Migrator migrator) {
    return List.of(
        migrator::upgrade,
        migrator::current,
        migrator::ensureVersion,
        migrator::appliedRevisions,
        () -> migrator.stamp("a1"));
  }

  @Test
  void lock_isOfTheSchemaNamed() {
    assertThat(keysDuringRun("", "alembic_version"))
        .isEqualTo(keysDuringRun("?currentSchema=app", "public.alembic_version"))
        .doesNotContainAnyElementsOf(keysDuringRun("", "ops.alembic_version"));
  }

  /** The advisory locks that are held while the first revision begins. */
  private Set<String> keysDuringRun(String query, String versionTable) {
    database.execute("drop table if exists public.t, public.u, app.t, app.u");
    database.execute(
        "drop table if exists public.alembic_version, public.aludel_journal, ops.alembic_version,"
            + " ops.aludel_journal");
    Set<String> keys = new java.util.TreeSet<>();
    builder(query)
        .versionTable(versionTable)
        .listener(
            new MigrationListener() {
              @Override
              public void started(dev.aludel.migrations.plan.Step step) {
                keys.addAll(
                    database.query(
                        "select classid || ' ' || objid from pg_locks where locktype = 'advisory'"
                            + " and database = (select oid from pg_database where datname ="
                            + " current_database())"));
              }
            })
        .build()
        .upgrade();
    assertThat(keys).hasSize(1);
    return keys;
  }
}
