package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTableNameTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "ALUDEL_journal", "ops.aludel_journal", "ops.", ".versions", "\"\""})
  void versionTable_isRefused_whenItCannotHaveThatName(String name) {
    assertThatThrownBy(() -> RunSettings.DEFAULT.withVersionTable(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The version table cannot be called \"%s\"; it is the name of a table, and not that of the"
                + " journal, aludel_journal.",
            name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.ops.versions", "\"versions", "\"ops\"x.versions", "ops.\"a"})
  void versionTable_isRefused_whenItIsNotATableOrASchemaAndATable(String name) {
    assertThatThrownBy(() -> RunSettings.DEFAULT.withVersionTable(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The version table cannot be called \"%s\"; it is TABLE or SCHEMA.TABLE, and a name that"
                + " holds a point, or begins with a quote, stands in double quotes:"
                + " \"ops.x\".versions.",
            name);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void versionTable_mayHaveAnyOtherCharactersInItsName(Kind kind) {
    assertWorks(
        kind, "Agent's \"versions\"; -- ? %s", "Agent's \"versions\"; -- ? %s", "aludel_journal");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void versionTable_mayHaveAPointInItsName_whenItStandsInQuotes(Kind kind) {
    assertWorks(kind, "\"a.\"\"b\"", "a.\"b", "aludel_journal");
  }

  @Test
  void versionTable_isInTheDatabaseItself_whenSqliteIsToldSo() {
    assertWorks(Kind.SQLITE, "main.versions", "versions", "aludel_journal");
  }

  private void assertWorks(Kind kind, String name, String... tables) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = builder(database).versionTable(name).build();
      migrator.upgrade();
      migrator.downgrade("a1");
      assertThat(migrator.current().rows()).containsExactly("a1");
      assertThat(database.tables()).contains(tables);
    }
  }

  @Test
  void versionTable_isRefused_whenItIsInAnotherDatabaseOfSqlite() {
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      MigratorBuilder builder = builder(database).versionTable("temp.versions");
      assertThatThrownBy(builder::build)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "The version table cannot be temp.versions: on SQLite it is in the database itself,"
                  + " main, and not in temp. Leave the schema out.");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void versionTable_isRefused_whenItIsAnotherTable(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      database.execute("create table others (id integer primary key)");
      Migrator migrator = builder(database).versionTable("others").build();
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(migrator::upgrade, migrator::current)) {
        assertThatThrownBy(call)
            .isInstanceOf(VersionTableException.class)
            .hasMessage(
                "The table others is no version table: it has no column version_num. Name the one that is, or one that is not there yet.");
      }
      assertThat(database.tables()).containsExactly("others");
    }
  }

  private MigratorBuilder builder(TestDatabase database) {
    Scripts scripts =
        new Scripts(folder)
            .add("a1", "base", "create table t (id integer);", "drop table t;")
            .add("b2", "a1", "create table u (id integer);", "drop table u;");
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }
}
