package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bundled revisions, run by somebody else from SQL, give what running them gives. */
final class OfflineBundledTest {
  @TempDir private Path online;
  @TempDir private Path offline;

  @ParameterizedTest
  @EnumSource
  void script_doesWhatARunDoes_upAndDownThroughEachRevision(ScriptRun run) throws IOException {
    try (TestDatabase first = run.kind().open(online);
        TestDatabase second = run.kind().open(offline)) {
      Migrator migrator = migrator(first);
      List<Revision> up = migrator.scripts().graph().revisions();
      for (String revision : up.stream().map(known -> known.id().value()).toList()) {
        String script = up(migrator, revision);
        migrator.upgrade(revision);
        run.apply(second, script);
        seed(revision, first, second);
        assertSame(first, second, run.kind());
      }
      List<Revision> down = new ArrayList<>(up);
      Collections.reverse(down);
      for (Revision revision : down) {
        String target =
            revision.parents().isEmpty()
                ? revision.id() + "@base"
                : revision.parents().get(0).value();
        String script = down(migrator, target);
        migrator.downgrade(target);
        run.apply(second, script);
        assertSame(first, second, run.kind());
      }
      assertThat(first.query("select count(*) from alembic_version")).containsExactly("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_doesWhatARunDoes_forAllRevisionsAtOnce(ScriptRun run) throws IOException {
    try (TestDatabase first = run.kind().open(online);
        TestDatabase second = run.kind().open(offline)) {
      Migrator migrator = migrator(first);
      StringBuilder up = new StringBuilder();
      migrator.upgradeSql(OfflineOptions.ANY_VERSION, up, "heads");
      StringBuilder down = new StringBuilder();
      migrator.downgradeSql(OfflineOptions.ANY_VERSION, down, "heads:base");

      migrator.upgrade();
      run.apply(second, up.toString());
      assertSame(first, second, run.kind());
      migrator.downgrade("base");
      run.apply(second, down.toString());
      assertSame(first, second, run.kind());
    }
  }

  // SQLite changes tables in place in a run that a script for any version makes anew.
  @Test
  void script_goesOnFromEachRevision_toWhichARunWent() throws IOException {
    TestDatabase expected = Kind.SQLITE.open(online);
    migrator(expected).upgrade();
    for (Revision revision : migrator(expected).scripts().graph().revisions()) {
      Path folder = Files.createDirectory(offline.resolve(revision.id().value()));
      TestDatabase database = Kind.SQLITE.open(folder);
      Migrator migrator = migrator(database);
      migrator.upgrade(revision.id().value());
      ScriptRun.SQLITE_JDBC.apply(database, up(migrator, "heads"));
      assertThat(withoutJournal(database)).isEqualTo(withoutJournal(expected));

      ScriptRun.SQLITE_JDBC.apply(database, down(migrator, "base"));
      assertThat(migrator.current().rows()).isEmpty();
    }
  }

  // The order of independent branches is another one here.
  private static List<String> withoutJournal(TestDatabase database) {
    return Snapshot.of(database, Kind.SQLITE).stream()
        .filter(line -> !line.endsWith(" finished"))
        .toList();
  }

  private static Migrator migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).bundled().build();
  }

  private static String up(Migrator migrator, String target) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(OfflineOptions.ANY_VERSION, script, start(migrator) + target);
    return script.toString();
  }

  private static String down(Migrator migrator, String target) throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.downgradeSql(OfflineOptions.ANY_VERSION, script, start(migrator) + target);
    return script.toString();
  }

  /** Several heads among them. */
  private static String start(Migrator migrator) {
    SortedSet<String> rows = migrator.current().rows();
    return rows.isEmpty() ? "" : String.join(",", rows) + ":";
  }

  private static void assertSame(TestDatabase online, TestDatabase offline, Kind kind) {
    assertThat(Snapshot.of(offline, kind)).isEqualTo(Snapshot.of(online, kind));
  }

  private static void seed(String revision, TestDatabase... databases) {
    for (TestDatabase database : databases) {
      switch (revision) {
        case "d5b3f8f2e9a0" ->
            database.execute(
                "insert into sessions (id, name, user_id, created_at, updated_at) values"
                    + " ('s1', 'it''s one', 'u', '2025-09-01 08:30:15.123456', null)",
                "insert into chat_messages (id, session_id, message, created_at) values"
                    + " ('m1', 's1', 'ü', '2025-09-01 08:30:15.5')");
        case "001" ->
            database.execute(
                "insert into episodes default values",
                "insert into episodes (timestamp, event_type, valence) values (1756715415.123, 'e',"
                    + " -0.5)",
                "insert into long_term values ('k', '{}', 1756715415.1235)",
                "insert into uncertainty_log (timestamp, resolved, resolution_pattern) values"
                    + " (-0.0005, 1, 'p')",
                "insert into semantic_memories default values");
        case "20250416_180000" ->
            database.execute(
                "insert into functions (name) values ('f'), ('g')",
                "insert into projects (id, name, root_path, created_at) values"
                    + " (7, 'p', '/p', '2025-09-01 08:30:15.123456')",
                "insert into documents (id, path, type, last_modified, file_size, md5_digest,"
                    + " project_id) values (70, 'ü', 'Code', '2025-09-01 08:30:15.5', 1, 'd', 7)",
                "insert into recommendations (id, creation_timestamp, title, status) values"
                    + " (1, '2025-09-01 08:30:15', 't', 'Active')",
                "insert into suggested_changes (id, recommendation_id, document_id, change_type,"
                    + " location) values (1, 1, 70, 'Addition', 'l')");
        default -> {}
      }
    }
  }
}
