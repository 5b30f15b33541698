package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.script.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script changes neither the version table nor the journal; it is refused when it is read. */
final class KeptTablesTest {
  private static final String HEADER = "--@ revision a1\n--@ revises base\n--@ upgrade ";

  @TempDir private Path folder;

  private void refused(String url, String versionTable, String statement, String title)
      throws IOException {
    Path script = write(url.startsWith("sqlite") ? "sqlite" : "postgresql", statement + ";");
    Migrator migrator = builder(url).versionTable(versionTable).build();
    assertThatThrownBy(() -> migrator.upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder()))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "%s:4:1: \"%s\" changes the %s. Aludel keeps this table; leave the statement out.",
            script, statement, title);
  }

  private Path write(String section, String statements) throws IOException {
    return Files.writeString(folder.resolve("a1.sql"), HEADER + section + "\n" + statements);
  }

  private MigratorBuilder builder(String url) {
    return Migrator.builder().url(url).scripts(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO alembic_version (version_num) VALUES ('a1')",
        "UPDATE alembic_version SET version_num='a2' WHERE alembic_version.version_num = 'a1'",
        "delete from \"alembic_version\"",
        "create table alembic_version (version_num varchar(32) not null)",
        "create temporary table alembic_version (version_num varchar(32))",
        "drop table if exists alembic_version",
        "alter table alembic_version rename to others",
        "alter table others rename to alembic_version",
        "alter table alembic_version rename column version_num to v",
        "alter table alembic_version add column x integer",
        "with x as (select 1) insert into alembic_version select '1' from x"
      })
  void upgrade_isRefused_whenAScriptChangesTheVersionTable(String statement) throws IOException {
    refused("sqlite://", "alembic_version", statement, "version table alembic_version");
    refused("postgresql://h/d", "alembic_version", statement, "version table alembic_version");
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite://, alembic_version, delete from main.Alembic_Version, version table alembic_version",
    "sqlite://, main.versions, delete from versions, version table versions",
    "sqlite://, alembic_version, delete from aludel_journal, journal aludel_journal",
    "postgresql://h/d, alembic_version, delete from public.alembic_version, version table"
        + " alembic_version",
    "postgresql://h/d, ops.versions, truncate ops.versions, version table versions",
    "postgresql://h/d, alembic_version, alter table only alembic_version drop constraint"
        + " alembic_version_pkc, version table alembic_version",
    "postgresql://h/d, alembic_version, alter table alembic_version enable row level security,"
        + " version table alembic_version",
    "postgresql://h/d, ops.versions, delete from aludel_journal, journal aludel_journal",
    "postgresql://h/d, ops.versions, update ops.aludel_journal set revision = 'x', journal"
        + " aludel_journal",
    "postgresql://h/d, Versions, delete from \"Versions\", version table Versions"
  })
  void upgrade_isRefused_whereverTheTableIs(
      String url, String versionTable, String statement, String title) throws IOException {
    refused(url, versionTable, statement, title);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://h/d, ops.versions, delete from versions",
    "postgresql://h/d, alembic_version, delete from app.alembic_version",
    "postgresql://h/d, alembic_version, select version_num from alembic_version",
    "postgresql://h/d, alembic_version, alter table alembic_version alter column version_num type"
        + " varchar(255)",
    "postgresql://h/d, versions, drop table alembic_version",
    "postgresql://h/d, versions, delete from Versions_of_ours"
  })
  void upgrade_runsTheStatement_whenItIsAboutAnotherTable(
      String url, String versionTable, String statement) throws IOException {
    write("postgresql", statement + ";");
    StringBuilder script = new StringBuilder();
    builder(url).versionTable(versionTable).build().upgradeSql(OfflineOptions.ANY_VERSION, script);
    assertThat(script).contains(statement + ";");
  }

  @Test
  void upgrade_tellsAllOfThem_whenTheScriptIsWhatAlembicPrints() throws IOException {
    Path script =
        write(
            "postgresql",
            """
            BEGIN;

            CREATE TABLE alembic_version (
                version_num VARCHAR(32) NOT NULL,
                CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
            );

            -- Running upgrade  -> a1

            CREATE TABLE t (id INTEGER NOT NULL, PRIMARY KEY (id));

            INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

            COMMIT;
            """);
    Migrator migrator = builder("postgresql://h/d").build();
    assertThatThrownBy(() -> migrator.upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder()))
        .isInstanceOf(ScriptException.class)
        .hasMessageStartingWith(script + ":4:1: 4 statements do not belong into a script:\n")
        .hasMessageContainingAll(
            "\n  " + script + ":4:1: found transaction control, \"BEGIN\".",
            "\n  " + script + ":6:1: \"CREATE TABLE alembic_version",
            "\n  " + script + ":15:1: \"INSERT INTO alembic_version",
            "\n  " + script + ":17:1: found transaction control, \"COMMIT\".");
  }

  @Test
  void upgrade_namesTheLinesThatOnlyPsqlReads_whenTheScriptIsADump() throws IOException {
    Path script =
        write(
            "postgresql",
            """
            \\restrict ab12CD

            -- Dumped from database version 17.6
            SET statement_timeout = 0;
            create table public.t (id integer);
            \\unrestrict ab12CD
            """);
    Migrator migrator = builder("postgresql://h/d").build();
    String reason = "\" is a command of psql, and no SQL: only psql reads it. Leave the line out.";
    assertThatThrownBy(() -> migrator.upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder()))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            script
                + ":4:1: 2 statements do not belong into a script:\n  "
                + script
                + ":4:1: \"\\restrict ab12CD"
                + reason
                + "\n  "
                + script
                + ":9:1: \"\\unrestrict ab12CD"
                + reason);
  }
}
