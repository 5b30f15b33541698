package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run does, or leaves undone, without its script saying so is told. */
final class UnsaidChangesTest {
  private static final String TABLE =
      "create table pots (id integer not null primary key, size integer, label varchar(20));\n"
          + "create index sizes on pots (size);\n"
          + "create index labels on pots (label) where size > 1;";

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
    scripts.add("a1", "base", TABLE, "drop table pots;");
  }

  private Migrator migrator(TestDatabase database) {
    return Migrator.builder()
        .url(database.url())
        .scripts(scripts.folder())
        .listener(
            new MigrationListener() {
              @Override
              public void noted(List<String> notes) {
                told.addAll(notes);
              }
            })
        .build();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_tellsOfTheIndexes_whenTheyGoWithTheirColumn(Kind kind) {
    scripts.add("b2", "a1", "alter table pots drop column size;", "");
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();

      assertThat(told)
          .containsExactly(
              place("b2", 4) + "the index sizes goes with the column size of pots.",
              place("b2", 4) + "the index labels goes with the column size of pots.");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_tellsNothing_whenTheIndexesWereDroppedBefore(Kind kind) {
    scripts.add(
        "b2",
        "a1",
        "drop index sizes;\ndrop index labels;\nalter table pots drop column size;",
        "");
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();

      assertThat(told).isEmpty();
    }
  }

  @Test
  void upgrade_tellsSo_whenATypeChangesNothingOnSqlite() {
    scripts.add("b2", "a1", "alter table pots alter column id set data type bigint;", "");
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      migrator(database).upgrade();

      assertThat(told)
          .containsExactly(
              place("b2", 4)
                  + "\"set data type bigint\" changes nothing on SQLite: the column id of pots holds such values as it is.");
    }
  }

  @Test
  void script_saysSo_whenAnIndexGoesWithItsColumn() throws IOException {
    scripts.add("b2", "a1", "alter table pots drop column size;", "");
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      StringBuilder script = new StringBuilder();
      migrator(database).upgradeSql(OfflineOptions.ANY_VERSION, script, "heads");

      assertThat(script)
          .contains(
              "-- " + place("b2", 4) + "the index sizes goes with the column size of pots.\n");
    }
  }

  @Test
  void upgrade_tellsNothing_ofTheIndexOfAConstraintOnPostgresql() {
    scripts.add(
        "b2",
        "a1",
        "alter table pots add constraint one unique (label);\nalter table pots drop column label;",
        "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      migrator(database).upgrade();

      assertThat(told)
          .containsExactly(place("b2", 5) + "the index labels goes with the column label of pots.");
    }
  }

  @Test
  void script_saysSo_whenAnIndexGoesWithItsColumnOnPostgresql() throws IOException {
    scripts.add("b2", "a1", "alter table pots drop column size;", "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      StringBuilder script = new StringBuilder();
      migrator(database).upgradeSql(OfflineOptions.ANY_VERSION, script, "heads");
      List<String> notices = new ArrayList<>();

      statement.execute(script.toString());

      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        notices.add(each.getMessage());
      }
      assertThat(notices).contains("the index sizes goes with the column size of pots.");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void upgrade_tellsWhatToDo_whenAForeignKeyStopsADropOnPostgresql() {
    scripts
        .add("b2", "a1", "create table lids (pot integer references pots (id));", "")
        .add("c3", "b2", "drop table pots;", "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      assertThatThrownBy(() -> migrator(database).upgrade())
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("constraint lids_pot_fkey on table lids depends on table pots")
          .hasMessageEndingWith(
              "Drop what depends on it before it, in the same revision: a view, the table with the foreign key, or that key alone (\"alter table TABLE drop constraint NAME\"), and run again.");
    }
  }

  private String place(String revision, int line) {
    return "%s/%s.sql:%d:1: ".formatted(scripts.folder(), revision, line);
  }
}
