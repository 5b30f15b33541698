package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.ScriptRun.Outcome;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes to SQLite tables, as data: a script of them does what running them does. */
final class OfflineAlterCasesTest {
  @TempDir private Path online;
  @TempDir private Path offline;
  @TempDir private Path revisions;

  static Stream<Arguments> cases() {
    return AlterCase.all()
        .flatMap(
            alterCase ->
                Stream.of(
                    Arguments.of(alterCase, ScriptRun.SQLITE_SHELL, OfflineOptions.ANY_VERSION),
                    Arguments.of(alterCase, ScriptRun.SQLITE_JDBC, OfflineOptions.ANY_VERSION),
                    Arguments.of(
                        alterCase, ScriptRun.SQLITE_JDBC, OfflineOptions.targetVersion("3.54"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void script_doesWhatARunDoes(AlterCase alterCase, ScriptRun run, OfflineOptions options)
      throws IOException, SQLException {
    alterCase.writeTo(revisions);
    TestDatabase first = Kind.SQLITE.open(online);
    TestDatabase second = Kind.SQLITE.open(offline);
    Migrator migrator = Migrator.builder().url(first.url()).scripts(revisions).build();
    migrator.upgrade("a1");
    run.apply(second, up(migrator, options, "a1"));
    assertSame(first, second);

    if (alterCase.error().isPresent()) {
      List<String> before = Snapshot.of(second, Kind.SQLITE);
      Outcome outcome = run.run(second, up(migrator, options, "a1:b2"));
      assertThat(outcome.failed()).isTrue();
      assertThat(outcome.said()).contains(alterCase.error().get());
      assertThat(Snapshot.of(second, Kind.SQLITE)).isEqualTo(before);
      alterCase.assertHolds(second);
    } else {
      migrator.upgrade("b2");
      run.apply(second, up(migrator, options, "a1:b2"));
      assertSame(first, second);
      alterCase.assertHolds(second);

      migrator.downgrade("a1");
      run.apply(second, down(migrator, options, "b2:a1"));
      assertSame(first, second);
    }

    migrator.downgrade("base");
    run.apply(second, down(migrator, options, "a1:base"));
    assertSame(first, second);
  }

  private static void assertSame(TestDatabase online, TestDatabase offline) {
    assertThat(Snapshot.of(offline, Kind.SQLITE)).isEqualTo(Snapshot.of(online, Kind.SQLITE));
    assertThat(texts(offline)).isEqualTo(texts(online));
  }

  /** What schema objects are made of, to the letter. */
  private static List<String> texts(TestDatabase database) {
    // SQLite itself takes the blank away before a constraint that it drops; a new table keeps it.
    return database.query("select replace(sql, ' )', ')') from sqlite_schema order by type, name");
  }

  private static String up(Migrator migrator, OfflineOptions options, String range)
      throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(options, script, range);
    return script.toString();
  }

  private static String down(Migrator migrator, OfflineOptions options, String range)
      throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.downgradeSql(options, script, range);
    return script.toString();
  }
}
