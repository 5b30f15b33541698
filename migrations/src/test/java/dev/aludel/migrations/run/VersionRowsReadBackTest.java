package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run tells is what stands in the version table, whoever else writes there. */
final class VersionRowsReadBackTest {
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("a1", "base", "create table t (id integer primary key);", "drop table t;")
            .add("b2", "a1", "insert into t (id) values (2);", "delete from t where id = 2;")
            .add("c3", "b2", "insert into t (id) values (3);", "delete from t where id = 3;");
  }

  static Stream<Arguments> interferences() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, "update alembic_version set version_num = 'a1'", "a1"),
                    Arguments.of(kind, "insert into alembic_version values ('zz')", "c3, zz"),
                    Arguments.of(kind, "delete from alembic_version", "base")));
  }

  @ParameterizedTest
  @MethodSource("interferences")
  void upgrade_isUndone_whenATriggerChangesTheRowsOfTheLastStep(
      Kind kind, String interference, String found) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database, Transactions.ONE_FOR_EACH_REVISION);
      migrator.upgrade("b2");
      Trigger.create(kind, database, "alembic_version", "update", interference);
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessage(
              "Upgrade to c3 failed when its version row and its journal row were written: the"
                  + " version table alembic_version should hold c3 now, and holds %s. A trigger or a"
                  + " rule of it, or something that the script calls, writes into it, where only"
                  + " Aludel may.\n"
                  + "  The database is as it was: at b2. Mend that, and run again.",
              found);
      assertThat(database.query("select id from t")).containsExactly("2");
      assertThat(database.query("select version_num from alembic_version")).containsExactly("b2");
      assertThat(database.query("select count(*) from aludel_journal")).containsExactly("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_isUndone_whenWhatTheScriptCallsChangesTheRows(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database, Transactions.ONE_FOR_EACH_REVISION);
      migrator.upgrade("b2");
      Trigger.create(
          kind, database, "t", "insert", "update alembic_version set version_num = 'x9'");
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("should hold c3 now, and holds x9.")
          .hasMessageNotContaining("Somebody else");
      assertThat(migrator.current().rows()).containsExactly("b2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void downgrade_isUndone_whenATriggerChangesTheRows(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database, Transactions.ONE_FOR_EACH_REVISION);
      migrator.upgrade();
      Trigger.create(
          kind, database, "alembic_version", "update", "insert into alembic_version values ('zz')");
      assertThatThrownBy(() -> migrator.downgrade("b2"))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("should hold b2 now, and holds b2, zz.");
      assertThat(migrator.current().rows()).containsExactly("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_isUndoneAsAWhole_whenItIsOneTransaction(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database, Transactions.ONE_FOR_ALL);
      migrator.upgrade("a1");
      Trigger.create(kind, database, "alembic_version", "update", "delete from alembic_version");
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("should hold b2 now, and holds base.");
      assertThat(migrator.current().rows()).containsExactly("a1");
      assertThat(database.query("select id from t")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_isToldToHaveFailed_whenTheRowsOfARevisionOutsideATransactionAreOthers(Kind kind) {
    scripts.add("d4", "c3", "--@ autocommit\ncreate index i on t (id);", "");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database, Transactions.ONE_FOR_EACH_REVISION);
      migrator.upgrade("c3");
      Trigger.create(
          kind, database, "alembic_version", "update", "insert into alembic_version values ('zz')");
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("should hold d4 now, and holds d4, zz.");
      assertThat(migrator.current().rows()).containsExactly("c3");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void stamp_isUndone_whenATriggerChangesTheRows(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = migrator(database, Transactions.ONE_FOR_EACH_REVISION);
      migrator.stamp("b2");
      Trigger.create(
          kind, database, "alembic_version", "update", "insert into alembic_version values ('zz')");
      assertThatThrownBy(() -> migrator.stamp("c3"))
          .isInstanceOf(VersionTableException.class)
          .hasMessageContaining("should hold c3 now, and holds c3, zz.");
      assertThat(migrator.current().rows()).containsExactly("b2");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_JDBC, delete from alembic_version",
    "POSTGRES_JDBC, delete from alembic_version"
  })
  void script_isRefused_whenATriggerChangesTheRows(ScriptRun run, String interference)
      throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      Migrator migrator = migrator(database, Transactions.ONE_FOR_EACH_REVISION);
      migrator.upgrade("b2");
      Trigger.create(run.kind(), database, "alembic_version", "update", interference);
      StringBuilder script = new StringBuilder();
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, "b2:c3");
      assertThat(run.run(database, script.toString()).said())
          .contains("the version table alembic_version did not come to c3");
      assertThat(database.query("select id from t")).containsExactly("2");
    }
  }

  private Migrator migrator(TestDatabase database, Transactions transactions) {
    return Migrator.builder()
        .url(database.url())
        .scripts(scripts.folder())
        .transactions(transactions)
        .build();
  }
}
