package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.bundled.DocumentationTables.Null;
import dev.aludel.migrations.bundled.DocumentationTables.Time;
import dev.aludel.migrations.run.MigrationFailedException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The revision 20261120_090000: what Alembic's side wrote survives it, up and down. */
abstract class DocumentationRevisionContract {
  static final String BEFORE = "20250416_180000";
  static final String AFTER = "20261120_090000";

  private static final DateTimeFormatter SQLALCHEMYS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  @TempDir Path folder;

  abstract TestedDatabase emptyDatabase();

  /** The schema that Alembic built, with the rows of {@code fixture}. */
  abstract TestedDatabase alembics(String fixture);

  /** Runs {@code sql} with foreign keys enforced. */
  abstract void enforced(TestedDatabase database, String sql);

  /** What is said when a document has no project. */
  abstract String noProject();

  /** What is said when relationships are the same. */
  abstract String sameRelationships();

  /** What is said when two projects have one path. */
  abstract String samePath();

  @ParameterizedTest
  @ValueSource(strings = {"documentation-20250416_180000.db", "all-heads.db"})
  final void upDownAndUp_keepsEveryRow_thatAlembicsSideWrote(String fixture) {
    try (TestedDatabase database = alembics(fixture)) {
      List<String> schema = database.schema();
      var before = DocumentationTables.rows(database);
      List<List<@Nullable String>> times = timestamps(database);
      assertThat(before.get("documents")).hasSize(200);

      database.migrator().upgrade(AFTER);
      var after = DocumentationTables.rows(database);
      for (int i = 0; i < times.size(); i++) {
        Time time = DocumentationTables.TIMES.get(i);
        assertThat(milliseconds(database, time))
            .as(time.toString())
            .isEqualTo(times.get(i).stream().map(text -> milliseconds(text, time)).toList());
      }

      database.migrator().downgrade(BEFORE);
      assertThat(DocumentationTables.rows(database)).isEqualTo(before);
      assertThat(database.schema()).isEqualTo(schema);

      database.migrator().upgrade(AFTER);
      assertThat(DocumentationTables.rows(database)).isEqualTo(after);
    }
  }

  @Test
  final void upAndDown_keepsTimes_atTheirEdges() {
    try (TestedDatabase database = atBefore()) {
      List<String> edges =
          List.of(
              "0001-01-01 00:00:00.001000",
              "1969-12-31 23:59:59.999000",
              "1970-01-01 00:00:00.000000",
              "2000-02-29 12:00:00.500000",
              "9999-12-31 23:59:59.999000");
      for (int i = 0; i < edges.size(); i++) {
        database.execute(
            "insert into developer_decisions (id, timestamp, decision) values (%d, '%s', 'Accept')"
                .formatted(i, edges.get(i)));
        database.execute(
            "update developer_decisions set implementation_timestamp = '%s', created_at = '%s'"
                    .formatted(edges.get(i), edges.get(i))
                + " where id = "
                + i);
      }
      database.migrator().upgrade(AFTER);
      List<Long> expected = edges.stream().map(DocumentationRevisionContract::epoch).toList();
      String query = "select %s from developer_decisions order by id";
      for (String column : List.of("decided_time", "implemented_time", "created_time")) {
        assertThat(database.column(query.formatted(column)))
            .isEqualTo(expected.stream().map(String::valueOf).toList());
      }
      database.migrator().downgrade(BEFORE);
      assertThat(database.column(query.formatted(database.timeText("timestamp")))).isEqualTo(edges);
      assertThat(database.column(query.formatted(database.timeText("implementation_timestamp"))))
          .isEqualTo(edges);
      assertThat(database.column(query.formatted(database.timeText("created_at"))))
          .containsExactly(edges.get(0), edges.get(1), null, edges.get(3), edges.get(4));
    }
  }

  @Test
  final void upgrade_cutsMicroseconds() {
    try (TestedDatabase database = atBefore()) {
      database.execute(
          "insert into projects values (1, 'p', '/p', null, '2025-09-01 08:30:15.123999', null)",
          "insert into projects values (2, 'q', '/q', null, '1969-12-31 23:59:59.999999', null)");
      database.migrator().upgrade(AFTER);
      assertThat(database.query("select created_time, updated_time from projects order by id"))
          .containsExactly(List.of("1756715415123", "0"), List.of("-1", "0"));
    }
  }

  @Test
  final void upgrade_findsProjects_throughDocuments() {
    try (TestedDatabase database = atBefore()) {
      projects(database, 7, 8, 9);
      document(database, 70, 7);
      document(database, 80, 8);
      document(database, 90, 9);
      inconsistency(database, 1, 80, 70);
      inconsistency(database, 2, 90);
      inconsistency(database, 3);
      recommendation(database, 1, "Active", 1);
      recommendation(database, 2, "Active", 1);
      recommendation(database, 3, "Active", 1);
      recommendation(database, 4, "Rejected", 5);
      recommendation(database, 5, "Active", 1);
      database.execute(
          "insert into suggested_changes (id, recommendation_id, document_id, change_type,"
              + " location) values (1, 1, 80, 'Addition', 'l'), (2, 3, 80, 'Addition', 'l'), (3, 4,"
              + " 80, 'Addition', 'l'), (4, 2, null, 'Addition', 'l')",
          "insert into recommendation_inconsistencies values (1, 2), (2, 2), (5, 3)");
      database.migrator().upgrade(AFTER);
      assertThat(database.column("select project_id from inconsistencies order by id"))
          .containsExactly("7", "9", null);
      assertThat(
              database.query("select id, project_id, current_for from recommendations order by id"))
          .hasToString("[[1, 8, null], [2, 9, 9], [3, 8, 8], [4, 8, null], [5, null, null]]");
    }
  }

  @Test
  final void upgrade_givesTheProjectToItsNewestActiveRecommendation() {
    try (TestedDatabase database = atBefore()) {
      projects(database, 7);
      document(database, 70, 7);
      inconsistency(database, 1, 70);
      recommendation(database, 1, "Active", 2);
      recommendation(database, 2, "Active", 3);
      recommendation(database, 3, "Active", 1);
      recommendation(database, 4, "Accepted", 9);
      database.execute(
          "insert into recommendation_inconsistencies values (1, 1), (2, 1), (3, 1), (4, 1)");
      database.migrator().upgrade(AFTER);
      assertThat(database.query("select id, status, current_for from recommendations order by id"))
          .hasToString(
              "[[1, Active, null], [2, Active, 7], [3, Active, null], [4, Accepted, null]]");
      assertThatThrownBy(() -> database.execute("update recommendations set current_for = 7"))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  final void upgrade_changesNothing_whenADocumentHasNoProject() {
    try (TestedDatabase database = atBefore()) {
      projects(database, 7);
      document(database, 70, 7);
      document(database, 71, null);
      refused(database, AFTER, noProject());
    }
  }

  @Test
  final void upgrade_changesNothing_whenARelationshipIsThereTwice() {
    try (TestedDatabase database = atBefore()) {
      projects(database, 7);
      document(database, 70, 7);
      document(database, 71, 7);
      String insert =
          "insert into document_relationships (id, source_id, target_id, relationship_type, topic,"
              + " scope) values (%d, 70, 71, 'DependsOn', '%s', 's')";
      database.execute(
          insert.formatted(1, "a"), insert.formatted(2, "b"), insert.formatted(3, "a"));
      refused(database, AFTER, sameRelationships());
    }
  }

  @Test
  final void downgrade_changesNothing_whenTwoProjectsHaveOnePath() {
    try (TestedDatabase database = atBefore()) {
      projects(database, 7, 8);
      document(database, 70, 7);
      document(database, 80, 8);
      database.migrator().upgrade(AFTER);
      database.execute("update documents set path = 'the same'");
      refused(database, BEFORE, samePath());
    }
  }

  @Test
  final void delete_takesWhatCannotLiveAlone_andLeavesTheRest() {
    try (TestedDatabase database = alembics("all-heads.db")) {
      database.migrator().upgrade(AFTER);
      enforced(database, "delete from documents where id = 1");
      assertThat(database.query("select * from functions where document_id = 1")).isEmpty();
      assertThat(
              database.query(
                  "select * from document_relationships where 1 in (source_id, target_id)"))
          .isEmpty();
      assertThat(database.column("select document_id from suggested_changes where id = 1"))
          .containsOnlyNulls();
      enforced(database, "delete from projects");
      for (String table : DocumentationTables.ALL) {
        assertThat(database.column("select count(*) from " + table)).as(table).containsExactly("0");
      }
    }
  }

  private void refused(TestedDatabase database, String target, String reason) {
    List<String> schema = database.schema();
    Map<String, List<List<@Nullable String>>> rows = DocumentationTables.rows(database);
    assertThatThrownBy(
            () -> {
              if (target.equals(AFTER)) {
                database.migrator().upgrade(AFTER);
              } else {
                database.migrator().downgrade(BEFORE);
              }
            })
        .isInstanceOf(MigrationFailedException.class)
        .message()
        .matches("(?s).* failed at .*\\.sql:\\d+:1: \\Q" + reason + "\\E\n  Statement: .*");
    assertThat(database.schema()).isEqualTo(schema);
    assertThat(DocumentationTables.rows(database)).isEqualTo(rows);
  }

  final TestedDatabase atBefore() {
    TestedDatabase database = emptyDatabase();
    database.migrator().upgrade(BEFORE);
    return database;
  }

  static void projects(TestedDatabase database, int... ids) {
    for (int id : ids) {
      database.execute(
          "insert into projects (id, name, root_path) values (%d, 'p', '/p%d')".formatted(id, id));
    }
  }

  static void document(TestedDatabase database, int id, @Nullable Integer project) {
    database.execute(
        ("insert into documents (id, path, type, last_modified, file_size, md5_digest, project_id)"
                + " values (%d, 'd%d', 'Code', '2025-09-01 08:30:15.123000', 1, 'd', %s)")
            .formatted(id, id, project));
  }

  private static void inconsistency(TestedDatabase database, int id, int... documents) {
    database.execute(
        ("insert into inconsistencies (id, timestamp, severity, type, description, status)"
                + " values (%d, '2025-09-01 08:30:15.123000', 'Major', 'DocToDoc', 'd', 'Pending')")
            .formatted(id));
    for (int document : documents) {
      database.execute(
          "insert into inconsistency_documents values (%d, %d)".formatted(id, document));
    }
  }

  private static void recommendation(TestedDatabase database, int id, String status, int day) {
    database.execute(
        ("insert into recommendations (id, creation_timestamp, title, status)"
                + " values (%d, '2025-09-0%d 08:30:15.123000', 't', '%s')")
            .formatted(id, day, status));
  }

  private static List<List<@Nullable String>> timestamps(TestedDatabase database) {
    List<List<@Nullable String>> times = new ArrayList<>();
    for (Time time : DocumentationTables.TIMES) {
      times.add(
          database.column(
              "select %s from %s order by id"
                  .formatted(database.timeText(time.timestamp()), time.table())));
    }
    return times;
  }

  private static List<@Nullable String> milliseconds(TestedDatabase database, Time time) {
    return database.column(
        "select %s from %s order by id".formatted(time.milliseconds(), time.table()));
  }

  private static @Nullable String milliseconds(@Nullable String text, Time time) {
    return text != null
        ? String.valueOf(epoch(text))
        : time.nulls() == Null.BECOMES_ZERO ? "0" : null;
  }

  private static long epoch(String text) {
    return LocalDateTime.parse(text, SQLALCHEMYS).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
