package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.revision.RevisionGraphException;
import dev.aludel.migrations.run.RunSettings.UnknownRows;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Own revisions beside the bundled ones, in one database and one version table. */
final class RowsOfStorageTest {
  private static final String BUNDLED = "c4a1e0d9b7f2";
  private static final List<String> HEADS = List.of("002", "20261120_090000", BUNDLED);

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add("own1", "base", "create table own (id integer);", "drop table own;")
            .add("own2", "own1", "create table own_too (id integer);", "drop table own_too;");
  }

  private MigratorBuilder own(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }

  private static Migrator storage(TestDatabase database) {
    return Migrator.builder()
        .url(database.url())
        .bundled()
        .unknownRows(UnknownRows.LEFT_ALONE)
        .build();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void rows_areLeftAlone_byAMigratorOfOwnScripts(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      storage(database).upgrade();
      Migrator own = own(database).build();
      own.upgrade();
      assertThat(own.current().rows()).containsExactly("own2");
      assertThat(own.current().unknownRows()).isEmpty();
      assertThat(own.current().keptRows()).isEqualTo(HEADS);
      assertThat(own.current().isAtHeads()).isTrue();
      own.downgrade("base");
      assertThat(storage(database).current().rows()).containsExactlyElementsOf(HEADS);
      assertThat(storage(database).upgrade().steps()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void stamp_leavesThemAlone_evenWhenItPurges(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      storage(database).upgrade();
      Migrator own = own(database).build();
      database.execute("insert into alembic_version values ('ghost')");
      assertThat(own.stamp(List.of("own1"), Purge.ALL_ROWS).removed()).containsExactly("ghost");
      assertThat(own.current().keptRows()).isEqualTo(HEADS);
      assertThat(own.current().rows()).containsExactly("own1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_leavesThemAlone(ScriptRun run) throws IOException {
    try (TestDatabase database = run.kind().open(folder)) {
      storage(database).upgrade();
      Migrator own = own(database).build();
      StringBuilder script = new StringBuilder();
      own.upgradeSql(OfflineOptions.ANY_VERSION, script);
      run.apply(database, script.toString());
      assertThat(own.current().rows()).containsExactly("own2");
      assertThat(own.current().keptRows()).isEqualTo(HEADS);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void ownScript_isWhatCounts_whenItHasABundledId(Kind kind) {
    scripts.add(BUNDLED, "own2", "create table mine (id integer);", "drop table mine;");
    try (TestDatabase database = kind.open(folder)) {
      Migrator own = own(database).build();
      own.upgrade();
      assertThat(own.current().rows()).containsExactly(BUNDLED);
      assertThat(own.current().keptRows()).isEmpty();
      own.downgrade("own2");
      assertThat(database.query("select version_num from alembic_version")).containsExactly("own2");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void build_isRefused_whenAnOwnScriptHasABundledIdAndBothAreAsked(Kind kind) {
    scripts.add(BUNDLED, "base", "", "");
    try (TestDatabase database = kind.open(folder)) {
      MigratorBuilder both = own(database).bundled();
      assertThatThrownBy(both::build)
          .isInstanceOf(RevisionGraphException.class)
          .hasMessageContaining(
              BUNDLED
                  + " is the id of 2 scripts, "
                  + scripts.folder().resolve(BUNDLED + ".sql")
                  + " and ")
          .hasMessageContaining("Give all but one of them an id of its own.");
    }
  }
}
