package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids of other tools: with points and hyphens, and longer than Alembic's column. */
final class LongIdsTest {
  private static final String LONG = "2024-01.x" + "y".repeat(246);
  private static final String NARROW =
      "create table alembic_version (version_num varchar(32) not null, constraint"
          + " alembic_version_pkc primary key (version_num))";

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("1.2-3", "base", "create table t (id integer);", "drop table t;")
            .add(LONG, "1.2-3", "create table u (id integer);", "drop table u;");
  }

  private Migrator migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder()).build();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_writesThem_whereItMakesTheTables(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();
      assertThat(database.query("select version_num from alembic_version")).containsExactly(LONG);
      assertThat(migrator(database).appliedRevisions()).hasSize(2);
      migrator(database).downgrade("1.2-3");
      assertThat(migrator(database).current().rows()).containsExactly("1.2-3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_writesThem_whereItMakesTheTables(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      run.apply(database, upgrade(migrator(database), "heads"));
      assertThat(migrator(database).current().rows()).containsExactly(LONG);
    }
  }

  @Test
  void upgrade_saysHowToWidenTheColumn_whenItIsTooNarrow() {
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      database.execute(NARROW);
      Migrator migrator = migrator(database);
      migrator.upgrade("1.2-3");
      String widening =
          "alter table \"public\".\"alembic_version\" alter column version_num type varchar(255)";
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "The column version_num of the version table alembic_version takes 32 characters, and"
                  + " an id has 255. Widen it with \"%s\", and run again.",
              widening);
      assertThatThrownBy(() -> migrator.stamp(LONG)).hasMessageContaining(widening);
      database.execute(widening);
      migrator.upgrade();
      assertThat(migrator.current().rows()).containsExactly(LONG);
    }
  }

  @Test
  void upgrade_saysHowToWidenTheJournal_whenItIsTooNarrow() throws IOException {
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      Files.delete(scripts.folder().resolve(Scripts.fileName(LONG)));
      migrator(database).upgrade();
      scripts.add(LONG, "1.2-3", "create table u (id integer);", "drop table u;");
      database.execute("alter table alembic_version alter column version_num type text");
      assertThatThrownBy(() -> migrator(database).upgrade())
          .isInstanceOf(VersionTableException.class)
          .hasMessage(
              "The column revision of the journal aludel_journal takes 32 characters, and an id has"
                  + " 255. Widen it with \"alter table \"public\".\"aludel_journal\" alter column"
                  + " revision type varchar(255)\", and run again.");
      assertThat(
              ScriptRun.POSTGRES_JDBC
                  .run(database, upgrade(migrator(database), "1.2-3:heads"))
                  .said())
          .contains(
              "the column revision of aludel_journal is too narrow for an id of 255 characters."
                  + " Widen it with");
      database.execute("alter table aludel_journal alter column revision type varchar(255)");
      migrator(database).upgrade();
    }
  }

  @Test
  void script_saysHowToWidenTheColumn_whenItIsTooNarrow() throws IOException {
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      database.execute(NARROW);
      assertThat(ScriptRun.POSTGRES_JDBC.run(database, upgrade(migrator(database), "heads")).said())
          .contains(
              "the column version_num of alembic_version is too narrow for an id of 255 characters."
                  + " Widen it with \"alter table \"public\".\"alembic_version\" alter column"
                  + " version_num type varchar(255)\", and run again.");
    }
  }

  private static String upgrade(Migrator migrator, String range) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, range);
    return script.toString();
  }
}
