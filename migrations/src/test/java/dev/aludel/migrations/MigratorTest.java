package dev.aludel.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import dev.aludel.migrations.run.Scripts;
import dev.aludel.migrations.run.TestDatabase;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

final class MigratorTest {
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("a1", "base", "create table t (id integer primary key);", "drop table t;")
            .add("b1", "a1", "create table u (id integer primary key);", "drop table u;")
            .add("b2", "a1", "create table v (id integer primary key);", "drop table v;")
            .add("c1", "b1, b2", "", "");
  }

  private Migrator migrator(String url) {
    return Migrator.builder().url(url).scripts(scripts.folder()).build();
  }

  @Test
  void history_isNewestFirst_andOpensNoDatabase() {
    List<HistoryEntry> history = migrator("postgresql://nobody@127.0.0.1:1/none").history();

    assertThat(history)
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("c1", "b2", "b1", "a1");
    assertThat(history.get(0).traits()).containsExactlyInAnyOrder(Trait.HEAD, Trait.MERGE_POINT);
    assertThat(history.get(3).traits()).containsExactly(Trait.BRANCH_POINT);
  }

  @Test
  void history_isCut_whenARangeIsGiven() {
    assertThat(migrator("sqlite:///" + folder.resolve("none.db")).history("a1:b1"))
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("b1", "a1");
  }

  @Test
  void heads_opensNoDatabase() {
    assertThat(migrator("postgresql://nobody@127.0.0.1:1/none").heads())
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("c1");
  }

  @Test
  void current_createsNothing_whenThereIsNoFile() {
    Path file = folder.resolve("none.db");

    assertThat(migrator("sqlite:///" + file).current().revisions()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void current_createsNoTable(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      database.execute("create table mine (id integer)");

      assertThat(migrator(database.url()).current().revisions()).isEmpty();
      assertThat(database.tables()).containsExactly("mine");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void current_marksARow_thatNoScriptKnows(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());
      migrator.upgrade("b1");
      database.execute("insert into alembic_version values ('ghost')");

      assertThat(migrator.current().unknownRows()).containsExactly("ghost");
      assertThat(migrator.current().revisions())
          .extracting(CurrentRevision::position)
          .containsExactly(Position.BELOW_HEAD, Position.UNKNOWN);
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("ghost");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void stamp_writesRowsAndRunsNothing(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());

      assertThat(migrator.stamp("b1", "b2")).containsExactly("b1", "b2");
      assertThat(database.tables()).containsExactly("alembic_version");
      assertThat(migrator.stamp("c1")).containsExactly("c1");
      assertThat(database.query("select version_num from alembic_version")).containsExactly("c1");
      assertThat(migrator.stamp("base")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_writesOneRowForEachHead_whenTheGraphBranches(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());

      assertThat(migrator.upgrade("b1", "b2").rowsAfter()).containsExactly("b1", "b2");
      assertThat(migrator.upgrade("c1").rowsAfter()).containsExactly("c1");
      assertThat(migrator.downgrade("a1").rowsAfter()).containsExactly("a1");
      assertThat(database.query("select version_num from alembic_version")).containsExactly("a1");
    }
  }

  @Test
  void upgrade_usesTheVersionTable_thatIsNamed() {
    TestDatabase database = Kind.SQLITE.open(folder);
    Migrator.builder()
        .url(database.url())
        .scripts(scripts.folder())
        .versionTable("my \"versions")
        .build()
        .upgrade();

    assertThat(database.query("select version_num from \"my \"\"versions\"")).containsExactly("c1");
  }

  @Test
  void upgrade_takesADataSource() {
    TestDatabase database = Kind.SQLITE.open(folder);
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl(database.jdbcUrl());

    Migrator migrator = Migrator.builder().dataSource(dataSource).scripts(scripts.folder()).build();

    assertThat(migrator.upgrade().rowsAfter()).containsExactly("c1");
    assertThat(migrator.current().rows()).isEqualTo(Set.of("c1"));
  }

  @Test
  void upgrade_isIndependent_whenTwoMigratorsRunInTwoThreads() throws Exception {
    Scripts others =
        new Scripts(Files.createDirectory(folder.resolve("others")))
            .add("z9", "base", "create table z (id integer primary key);", "drop table z;");
    try (TestDatabase one = Kind.SQLITE.open(folder);
        TestDatabase two = Kind.POSTGRESQL.open(folder)) {
      Migrator first = migrator(one.url());
      Migrator second = Migrator.builder().url(two.url()).scripts(others.folder()).build();
      Callable<Set<String>> upAndDown =
          () -> {
            first.downgrade("base");
            return first.upgrade().rowsAfter();
          };
      Callable<Set<String>> otherUpAndDown =
          () -> {
            second.downgrade("base");
            return second.upgrade().rowsAfter();
          };
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        for (int round = 0; round < 10; round++) {
          Future<Set<String>> here = threads.submit(upAndDown);
          Future<Set<String>> there = threads.submit(otherUpAndDown);
          assertThat(here.get()).containsExactly("c1");
          assertThat(there.get()).containsExactly("z9");
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(one.tables())
          .containsExactlyInAnyOrder("alembic_version", "aludel_journal", "t", "u", "v");
      assertThat(two.tables()).containsExactlyInAnyOrder("alembic_version", "aludel_journal", "z");
    }
  }

  @Test
  void upgrade_changesNothing_whenTheFileIsNoDatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "These are my notes, no database.");
    Migrator migrator = migrator("sqlite:///" + file);

    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot open sqlite:///%s: the file is not a SQLite database. Name another file; this one was not changed."
                .formatted(file));
    assertThat(file).hasContent("These are my notes, no database.");
  }

  @Test
  void upgrade_createsNothing_whenAParentIsAFile() throws IOException {
    Path parent = Files.writeString(folder.resolve("parent"), "");
    Migrator migrator = migrator("sqlite:///" + parent.resolve("a.db"));

    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot open sqlite:///%s/a.db: %s is no folder. Create the folder, or name another file."
                .formatted(parent, parent));
  }

  @Test
  void upgrade_createsNothing_whenTheFolderIsMissing() {
    Path parent = folder.resolve("none");
    Migrator migrator = migrator("sqlite:///" + parent.resolve("a.db"));

    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot open sqlite:///%s/a.db: %s does not exist. Create the folder, or name another file."
                .formatted(parent, parent));
    assertThat(parent).doesNotExist();
  }

  @Test
  void upgrade_createsNothing_whenTheTargetIsUnknown() {
    Path file = folder.resolve("none.db");
    Migrator migrator = migrator("sqlite:///" + file);

    assertThatThrownBy(() -> migrator.upgrade("nope"))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("Cannot upgrade to \"nope\"");
    assertThat(file).doesNotExist();
  }

  @Test
  void upgrade_namesTheServer_whenItCannotBeReached() {
    Migrator migrator = migrator("postgresql://ann:secret@127.0.0.1:1/shop");

    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageStartingWith("Cannot connect to postgresql://ann:***@127.0.0.1:1/shop: ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void build_isRefused_whenNoDatabaseIsGiven() {
    MigratorBuilder builder = Migrator.builder().scripts(scripts.folder());

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A migrator needs a database: call url, dataSource or connection.");
  }
}
