package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
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
  @ValueSource(strings = {"", " ", "ALUDEL_journal"})
  void versionTable_isRefused_whenItCannotHaveThatName(String name) {
    assertThatThrownBy(() -> RunSettings.DEFAULT.withVersionTable(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The version table cannot be called \"%s\"; it is the name of a table, and not that of the"
                + " journal, aludel_journal.",
            name);
  }

  @Test
  void versionTable_isRefused_whenItIsNamedWithItsSchema() {
    assertThatThrownBy(() -> RunSettings.DEFAULT.withVersionTable("ops.versions"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The version table cannot be called \"ops.versions\"; it is the name of a table alone, without that of a schema. On PostgreSQL the table is in the first schema of the search path, which a URL sets with ?currentSchema=NAME.");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void versionTable_mayHaveAnyOtherCharactersInItsName(Kind kind) throws IOException {
    Scripts scripts =
        new Scripts(folder)
            .add("a1", "base", "create table t (id integer);", "drop table t;")
            .add("b2", "a1", "create table u (id integer);", "drop table u;");
    try (TestDatabase database = kind.open(folder)) {
      String name = "Agent's \"versions\"; -- ? %s";
      Migrator migrator =
          Migrator.builder()
              .url(database.url())
              .scripts(scripts.folder())
              .versionTable(name)
              .build();
      migrator.upgrade();
      migrator.downgrade("a1");
      assertThat(migrator.current().rows()).containsExactly("a1");
      assertThat(database.tables()).contains(name);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void versionTable_isRefused_whenItIsAnotherTable(Kind kind) throws IOException {
    Scripts scripts =
        new Scripts(folder).add("a1", "base", "create table t (id integer);", "drop table t;");
    try (TestDatabase database = kind.open(folder)) {
      database.execute("create table others (id integer primary key)");
      Migrator migrator =
          Migrator.builder()
              .url(database.url())
              .scripts(scripts.folder())
              .versionTable("others")
              .build();
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

  @Test
  void versionTable_isInTheSchemaOfTheUrl() throws IOException {
    Scripts scripts =
        new Scripts(folder).add("a1", "base", "create table t (id integer);", "drop table t;");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      database.execute("create schema ops");
      Migrator.builder()
          .url(database.url() + "?currentSchema=ops")
          .scripts(scripts.folder())
          .build()
          .upgrade();
      assertThat(database.query("select version_num from ops.alembic_version"))
          .containsExactly("a1");
    }
  }
}
