package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the journal tells afterwards: when revisions were applied, and which scripts changed. */
final class AppliedRevisionsTest {
  private static final Instant BEGIN = Instant.parse("2026-03-04T05:06:07.089Z");
  private static final String CREATE = "create table t (id integer primary key, v text);";

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("a1", "base", CREATE, "drop table t;")
            .add("b2", "a1", "insert into t (id, v) values (1, 'one');", "delete from t;")
            .add("c3", "b2", "insert into t (id, v) values (2, 'two');", "delete from t;");
  }

  /** Reads the scripts as they are now. */
  private Migrator migrator(TestDatabase database) {
    return builder(database).build();
  }

  private MigratorBuilder builder(TestDatabase database) {
    MigrationListener listener =
        new MigrationListener() {
          @Override
          public void changed(List<ChangedScript> scripts) {
            heard.addAll(ids(scripts));
          }
        };
    return Migrator.builder()
        .url(database.url())
        .scripts(scripts.folder())
        .clock(new Ticking(Duration.ofMillis(1)))
        .listener(listener);
  }

  /** A clock that is further each time somebody looks. */
  private static final class Ticking extends Clock {
    private final Duration pace;
    private Instant now = BEGIN;

    Ticking(Duration pace) {
      this.pace = pace;
    }

    @Override
    public Instant instant() {
      Instant shown = now;
      now = now.plus(pace);
      return shown;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static List<String> ids(List<ChangedScript> scripts) {
    return scripts.stream().map(one -> one.applied().revision().id().value()).toList();
  }

  private static List<String> applied(Migrator migrator) {
    return migrator.appliedRevisions().stream().map(one -> one.revision().id().value()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void appliedRevisions_tookAsLongAsTheRunSaid(Kind kind) throws IOException {
    scripts.add("d4", "c3", "--@ autocommit\ncreate index i on t (v);", "drop index i;");
    try (TestDatabase database = kind.open(folder)) {
      Clock uneven = Clock.offset(new Ticking(Duration.ofNanos(1_700_000)), Duration.ofNanos(900));
      Migrator migrator = builder(database).clock(uneven).build();
      List<Duration> told = migrator.upgrade().steps().stream().map(CompletedStep::took).toList();
      assertThat(migrator.appliedRevisions())
          .extracting(AppliedRevision::took)
          .isEqualTo(told)
          .hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void appliedRevisions_tellWhenAndByWhom(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database);
      migrator.upgrade("b2");

      List<AppliedRevision> applied = migrator.appliedRevisions();

      assertThat(applied)
          .extracting(one -> one.revision().id().value())
          .containsExactly("a1", "b2");
      AppliedRevision first = applied.get(0);
      // The lock looks at the clock too.
      assertThat(first.started()).isBetween(BEGIN, BEGIN.plusMillis(1));
      assertThat(first.took()).isEqualTo(Duration.ofMillis(1));
      assertThat(first.aludelVersion()).isEqualTo(Author.ofThisProcess().aludelVersion());
      assertThat(first.host()).contains(Author.ofThisProcess().host());
      assertThat(first.user()).contains(Author.ofThisProcess().user());
      assertThat(applied.get(1).started()).isAfter(first.finished());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void appliedRevisions_areThoseThatAreAppliedNow(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database);
      migrator.upgrade();
      migrator.downgrade("b2");
      assertThat(applied(migrator)).containsExactly("a1", "b2");

      // Reverted, and then there by another way: nobody knows when.
      migrator.stamp("c3");
      assertThat(applied(migrator)).containsExactly("a1", "b2");

      migrator.stamp("b2");
      migrator.upgrade();
      AppliedRevision again = migrator.appliedRevisions().get(2);
      assertThat(again.started())
          .isAfter(migrator.appliedRevisions().get(1).finished().plusMillis(2));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void appliedRevisions_areNone_whenThereIsNoJournal(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      assertThat(migrator(database).appliedRevisions()).isEmpty();
      assertThat(migrator(database).changedScripts()).isEmpty();

      migrator(database).stamp("b2");
      assertThat(database.tables()).containsExactly("alembic_version");
      assertThat(migrator(database).appliedRevisions()).isEmpty();
      assertThat(migrator(database).changedScripts()).isEmpty();
    }
  }

  @Test
  void appliedRevisions_createNothing() {
    TestDatabase database = Kind.SQLITE.open(folder);
    assertThat(migrator(database).appliedRevisions()).isEmpty();
    assertThat(migrator(database).changedScripts()).isEmpty();
    assertThat(folder.resolve("test.db")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(names = ".*_JDBC", mode = Mode.MATCH_ALL)
  void appliedRevisions_nameNobody_whenOthersRanTheSql(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      StringBuilder script = new StringBuilder();
      migrator(database).upgradeSql(OfflineOptions.ANY_VERSION, script, "a1");
      run.apply(database, script.toString());

      AppliedRevision applied = migrator(database).appliedRevisions().get(0);

      assertThat(applied.host()).isEmpty();
      assertThat(applied.user()).isEmpty();
      assertThat(applied.started()).isBeforeOrEqualTo(applied.finished()).isAfter(BEGIN);
      assertThat(migrator(database).changedScripts()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void changedScripts_areThoseThatSayAnotherThing(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade("b2");
      scripts.add("a1", "base", "create table t (id bigint primary key, v text);", "drop table t;");
      scripts.add(
          "b2",
          "a1",
          "-- told better\r\ninsert into t (id, v)\n  values (1, 'one');",
          "delete from t;");
      scripts.add("c3", "b2", "select 1;", "select 1;");

      List<ChangedScript> changed = migrator(database).changedScripts();

      assertThat(ids(changed)).containsExactly("a1");
      assertThat(changed.get(0).problem()).isEmpty();
      assertThat(changed.get(0).applied()).isEqualTo(migrator(database).appliedRevisions().get(0));
      assertThat(changed.get(0).applied().revision().source())
          .isEqualTo(scripts.folder().resolve("a1.sql").toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void changedScripts_areNoneAnyMore_whenTheyWereAppliedAgain(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();
      scripts.add("c3", "b2", "insert into t (id, v) values (3, 'three');", "delete from t;");
      assertThat(ids(migrator(database).changedScripts())).containsExactly("c3");

      migrator(database).downgrade("b2");
      assertThat(migrator(database).changedScripts()).isEmpty();
      migrator(database).upgrade();
      assertThat(migrator(database).changedScripts()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_tellsOfChangedScriptsAndGoesOn(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade("b2");
      scripts.add("a1", "base", "create table other (id integer);", "drop table t;");

      migrator(database).upgrade();
      assertThat(heard).containsExactly("a1");
      assertThat(database.query("select count(*) from t")).containsExactly("2");

      heard.clear();
      migrator(database).downgrade("base");
      assertThat(heard).containsExactly("a1");
      assertThat(database.tables()).containsExactly("alembic_version", "aludel_journal");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_goesOn_whenAScriptThatIsAppliedCannotBeReadNow(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade("b2");
      scripts.add("a1", "base", "commit;", "");

      assertThat(migrator(database).changedScripts())
          .extracting(ChangedScript::problem)
          .containsExactly(
              scripts.folder().resolve("a1.sql")
                  + ":4:1: found transaction control, \"commit\". A revision runs in a transaction"
                  + " that Aludel begins and ends. Leave it out.");
      migrator(database).upgrade();
      assertThat(heard).containsExactly("a1");
      assertThat(migrator(database).current().rows()).containsExactly("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_looksAtNoScript_whenThereIsNothingToDo(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();
      database.execute(
          "drop table aludel_journal", "create table aludel_journal (strange integer)");
      scripts.add("a1", "base", "commit;", "");

      assertThat(migrator(database).upgrade().nothingToDo()).isTrue();
      assertThat(migrator(database).current().isAtHeads()).isTrue();
      assertThat(heard).isEmpty();
    }
  }
}
