package dev.aludel.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.author.AuthorException;
import dev.aludel.migrations.author.NewRevision;
import dev.aludel.migrations.author.Splice;
import dev.aludel.migrations.author.WrittenRevision;
import dev.aludel.migrations.database.DatabaseMissingException;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.revision.Dependencies;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.BranchPoint;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import dev.aludel.migrations.run.MarkedHistory;
import dev.aludel.migrations.run.RunSettings.UnknownRows;
import dev.aludel.migrations.run.Scripts;
import dev.aludel.migrations.run.TestDatabase;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.run.VersionTableException;
import dev.aludel.migrations.run.VersionTableState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  @Test
  void downgrade_isRefusedAndCreatesNothing_whenThereIsNoFile() {
    Path file = folder.resolve("none.db");

    assertThatThrownBy(() -> migrator("sqlite:///" + file).downgrade("base"))
        .isInstanceOf(DatabaseMissingException.class)
        .hasMessage(
            "Cannot downgrade sqlite:///%s: there is no such file. Name one that is there.", file);
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

      assertThat(migrator.stamp("b1", "b2").rowsAfter()).containsExactly("b1", "b2");
      assertThat(database.tables()).containsExactly("alembic_version");
      assertThat(migrator.stamp("c1").rowsAfter()).containsExactly("c1");
      assertThat(database.query("select version_num from alembic_version")).containsExactly("c1");
      assertThat(migrator.stamp("base").rowsAfter()).isEmpty();
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
      first.upgrade();
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
            "Cannot open sqlite:///%s: the file is not a SQLite database. Name another file."
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

  @Test
  void heads_leavesOutWhatAnotherRevisionDependsOn_whenDependenciesAreFollowed() {
    scripts.add("z1", "base\n--@ depends-on c1", "", "");
    Migrator migrator = migrator("postgresql://nobody@127.0.0.1:1/none");

    assertThat(migrator.heads())
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("c1", "z1");
    assertThat(migrator.heads().get(0).traits())
        .containsExactlyInAnyOrder(Trait.HEAD, Trait.EFFECTIVE_HEAD, Trait.MERGE_POINT);
    assertThat(migrator.heads(Dependencies.FOLLOWED))
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("z1");
  }

  @Test
  void branches_areRevisionsWithTheirChildren_andOpenNoDatabase() {
    List<BranchPoint> branches = migrator("postgresql://nobody@127.0.0.1:1/none").branches();

    assertThat(branches).hasSize(1);
    assertThat(branches.get(0).revision().revision().id()).isEqualTo(RevisionId.of("a1"));
    assertThat(branches.get(0).children())
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("b1", "b2");
  }

  @Test
  void show_opensNoDatabase_whenTheTargetDoesNotCountFromIt() {
    Migrator migrator = migrator("postgresql://nobody@127.0.0.1:1/none");

    assertThat(migrator.show("b1+1"))
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("c1");
    assertThat(migrator.show("base")).isEmpty();
    assertThat(migrator.history("b1:"))
        .extracting(entry -> entry.revision().id().value())
        .containsExactly("c1", "b1");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void show_countsFromTheRows(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());
      migrator.stamp("b1", "b2");

      assertThat(migrator.show("current"))
          .extracting(entry -> entry.revision().id().value())
          .containsExactly("b1", "b2");
      assertThat(migrator.show("b1@current"))
          .extracting(entry -> entry.revision().id().value())
          .containsExactly("b1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void current_countsHeadsThatDependenciesImply(Kind kind) {
    scripts.add("z1", "base\n--@ depends-on b1", "", "").add("z2", "base", "", "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());
      assertThat(migrator.current().missingHeads())
          .extracting(entry -> entry.revision().id().value())
          .containsExactly("c1", "z1", "z2");

      migrator.upgrade("z1");
      assertThat(migrator.current().rows()).containsExactly("z1");
      assertThat(migrator.current().impliedHeads()).isEmpty();

      scripts.add("z3", "base\n--@ depends-on c1, z2", "", "");
      Migrator later = migrator(database.url());
      later.upgrade();
      CurrentState current = later.current();
      assertThat(current.rows()).containsExactly("z1", "z3");
      assertThat(current.impliedHeads())
          .extracting(entry -> entry.revision().id().value())
          .containsExactly("c1", "z2");
      assertThat(current.missingHeads()).isEmpty();
      assertThat(current.isAtHeads()).isTrue();

      later.downgrade("z1@base");
      assertThat(later.current().missingHeads())
          .extracting(entry -> entry.revision().id().value())
          .containsExactly("z1");
      assertThat(later.current().isAtHeads()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void markedHistory_marksTheRows_andTellsOfUnknownOnes(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());
      migrator.upgrade("b1", "b2");
      database.execute("insert into alembic_version values ('ghost')");

      MarkedHistory history = migrator.markedHistory(null);

      assertThat(history.unknownRows()).containsExactly("ghost");
      assertThat(
              history.drawn(
                  entry ->
                      entry.revision().id()
                          + (entry.traits().contains(Trait.CURRENT) ? " (current)" : "")))
          .containsExactly("* c1", "|\\", "| * b2 (current)", "* | b1 (current)", "|/", "* a1");
      assertThat(migrator.markedHistory("a1:b1").entries())
          .extracting(entry -> entry.revision().id().value())
          .containsExactly("b1", "a1");
    }
  }

  @Test
  void markedHistory_createsNothing_whenThereIsNoFile() {
    Path file = folder.resolve("none.db");

    assertThat(migrator("sqlite:///" + file).markedHistory(null).entries()).hasSize(4);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void ensureVersion_makesTheVersionTable_andNothingElse(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());

      assertThat(migrator.ensureVersion()).isEqualTo(VersionTableState.CREATED);
      assertThat(migrator.ensureVersion()).isEqualTo(VersionTableState.PRESENT);
      assertThat(database.tables()).containsExactly("alembic_version");
      assertThat(migrator.current().problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void stamp_takesAllOtherRowsAway_whenItPurges(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());
      migrator.stamp("b2");
      database.execute("insert into alembic_version values ('ghost')");

      assertThatThrownBy(() -> migrator.stamp("b1"))
          .isInstanceOf(MigrationException.class)
          .hasMessage(
              "Cannot stamp: the version table holds ghost, which no script here has; the database"
                  + " is ahead of these scripts. Add the scripts that brought it there, or, if they"
                  + " are gone for good, say where it stands with \"stamp --purge REVISION\". If they"
                  + " are of other scripts that have their versions in this table too, keep yours in"
                  + " a table of your own (--version-table, versionTable(...)).");
      assertThat(migrator.stamp(List.of("b1"), Purge.ALL_ROWS).rowsAfter()).containsExactly("b1");
      assertThat(database.query("select version_num from alembic_version")).containsExactly("b1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyChange_isRefused_whenTheVersionTableHasNoKey(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      database.execute(
          "create table t (id integer)",
          "create table u (id integer)",
          "create table v (id integer)",
          "create table alembic_version (version_num varchar(32) not null, note text)",
          "insert into alembic_version values ('b2', ''), ('b1', '')");
      Migrator migrator = migrator(database.url());
      String message =
          "The version table alembic_version has no primary key on version_num, so a row could"
              + " stand in it twice. Drop the table, make it anew with \"ensure-version\", and insert its rows again: b1, b2.";

      for (ThrowingCallable change :
          List.<ThrowingCallable>of(
              migrator::upgrade,
              () -> migrator.downgrade("base"),
              () -> migrator.stamp("c1"),
              migrator::ensureVersion)) {
        assertThatThrownBy(change).isInstanceOf(VersionTableException.class).hasMessage(message);
      }
      assertThat(migrator.current().problems()).containsExactly(message);
      assertThat(migrator.current().rows()).containsExactly("b1", "b2");
      assertThat(migrator.current().isAtHeads()).isFalse();
      assertThat(database.tables()).containsExactly("alembic_version", "t", "u", "v");
      assertThat(database.query("select version_num from alembic_version"))
          .containsExactlyInAnyOrder("b1", "b2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void current_tellsOfEveryFault_whenTheVersionTableHasARowTwice(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      database.execute(
          "create table alembic_version (version_num varchar(32))",
          "insert into alembic_version values ('a1'), ('a1')");
      CurrentState current = migrator(database.url()).current();

      assertThat(current.rows()).containsExactly("a1");
      assertThat(current.problems())
          .containsExactly(
              "The version table alembic_version has the row a1 more than once. Delete the spare"
                  + " rows; a version table has each row once.",
              "The version table alembic_version has no primary key on version_num, so a row could"
                  + " stand in it twice. Drop the table, make it anew with \"ensure-version\", and insert its rows again: a1.");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theRemedy_namesTheRowsOfOthersToo_whenTheVersionTableHasNoKey(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      database.execute(
          "create table alembic_version (version_num varchar(32))",
          "insert into alembic_version values ('a1'), ('ghost')");
      CurrentState current =
          Migrator.builder()
              .url(database.url())
              .scripts(scripts.folder())
              .unknownRows(UnknownRows.LEFT_ALONE)
              .build()
              .current();

      assertThat(current.rows()).containsExactly("a1");
      assertThat(current.problems())
          .containsExactly(
              "The version table alembic_version has no primary key on version_num, so a row could"
                  + " stand in it twice. Drop the table, make it anew with \"ensure-version\", and insert its rows again: a1, ghost.");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyChange_isRefused_whenTheVersionTableIsAView(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      database.execute("create view alembic_version as select 'a1' as version_num where 1 = 0");
      Migrator migrator = migrator(database.url());

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "The version table alembic_version has no primary key on version_num, so a row could"
                  + " stand in it twice. Drop the table, make it anew with \"ensure-version\".");
    }
  }

  @Test
  void scriptFile_isTheFileOfTheOneRevision() {
    Migrator migrator = migrator("postgresql://nobody@127.0.0.1:1/none");

    assertThat(migrator.scriptFile("b1-1")).isEqualTo(scripts.folder().resolve("a1.sql"));
  }

  @Test
  void scriptFile_isRefused_whenTheTargetIsNotOneRevision() {
    Migrator migrator =
        Migrator.builder().url("sqlite://").scripts(scripts.folder()).bundled().build();

    assertThatThrownBy(() -> migrator.scriptFile("base"))
        .isInstanceOf(AuthorException.class)
        .hasMessage("Cannot edit \"base\": it means no revision. Name one.");
    assertThatThrownBy(() -> migrator.scriptFile("heads"))
        .isInstanceOf(AuthorException.class)
        .hasMessageStartingWith("Cannot edit \"heads\": it means 4 revisions, 002, ");
  }

  @Test
  void scriptFile_isRefused_whenTheScriptIsOnTheClassPath() {
    Migrator migrator = Migrator.builder().url("sqlite://").bundled().build();

    assertThatThrownBy(() -> migrator.scriptFile("001"))
        .isInstanceOf(AuthorException.class)
        .hasMessage(
            "Cannot edit 001: its script is"
                + " classpath:dev/aludel/migrations/revisions/memory/20250512_001_memory.sql, which"
                + " is only read. Write a revision of your own that follows it.");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void writer_writesBesideTheScripts_andCountsFromTheRows(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database.url());
      migrator.stamp("b1");

      WrittenRevision written =
          migrator
              .writer()
              .write(
                  NewRevision.saying("Fork")
                      .heads(List.of("current"))
                      .splice(Splice.ALLOWED)
                      .build());

      assertThat(written.file()).hasParent(scripts.folder());
      assertThat(written.revision().parents()).containsExactly(RevisionId.of("b1"));
      assertThat(migrator(database.url()).show(written.revision().id().value())).hasSize(1);
    }
  }

  @Test
  void writer_opensNoDatabase_whenNoTargetCountsFromIt() {
    assertThat(
            migrator("postgresql://nobody@127.0.0.1:1/none")
                .writer()
                .write(NewRevision.saying("Next").build())
                .revision()
                .parents())
        .containsExactly(RevisionId.of("c1"));
  }
}
