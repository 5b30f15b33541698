package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteDocumentationRevisionTest extends DocumentationRevisionContract {
  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.sqlite(folder.resolve("empty.db"));
  }

  @Override
  TestedDatabase alembics(String fixture) {
    return TestedDatabase.sqlite(AlembicFixture.copy(fixture, folder));
  }

  @Override
  void enforced(TestedDatabase database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma foreign_keys = on");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  String noProject() {
    return "the column project_id of documents cannot become not null, because it is null in these"
        + " rows: id 71: NULL.";
  }

  @Override
  String sameRelationships() {
    return "(source_id, target_id, relationship_type, topic, scope) of document_relationships"
        + " cannot become unique, because these values are there more than once: 70, 71,"
        + " 'DependsOn', 'a', 's'.";
  }

  @Override
  String samePath() {
    return "(path) of documents cannot become unique, because these values are there more than"
        + " once: 'the same'.";
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "1756715415", "2025-02-30 08:30:15", "2025-09-01 08:30:15Z"})
  void upgrade_namesTheRow_whoseTimeCannotBeRead(String text) {
    TestedDatabase database = atBefore();
    database.execute(
        "insert into design_decisions (id, description, decision_date) values (5, 'd', '%s')"
            .formatted(text));
    assertThatThrownBy(() -> database.migrator().upgrade(AFTER))
        .message()
        .contains(
            "the column decision_date of design_decisions cannot become bigint, because these"
                + " values would change or do not fit: id 5: 'no time: "
                + text
                + "'.");
    assertThat(database.column("select decision_date from design_decisions")).containsExactly(text);
  }

  @Test
  void downgrade_namesTheRow_whoseTimeHasNoText() {
    TestedDatabase database = atBefore();
    database.migrator().upgrade(AFTER);
    database.execute(
        "insert into design_decisions (id, description, decided_time, created_time)"
            + " values (5, 'd', 253402300800000, 0), (6, 'd', 253402300799999, 0)");
    assertThatThrownBy(() -> database.migrator().downgrade(BEFORE))
        .message()
        .contains(
            "design_decisions cannot get the check years_0_to_9999, because these rows break it:"
                + " id 5: 253402300800000, 0.");
  }

  @Test
  void upAndDown_leavesOldOrphans() {
    TestedDatabase database = atBefore();
    projects(database, 7);
    document(database, 70, 7);
    document(database, 71, 99);
    database.execute(
        "insert into functions (id, document_id, name) values (1, 70, 'f'), (2, 98, 'g')",
        "insert into inconsistencies (id, timestamp, severity, type, description, status)"
            + " values (1, '2025-09-01 08:30:15.123000', 'Major', 'DocToDoc', 'd', 'Pending')",
        "insert into inconsistency_documents values (1, 71), (1, 97), (96, 70)");
    var before = DocumentationTables.rows(database);
    database.migrator().upgrade(AFTER);
    assertThat(database.column("select project_id from inconsistencies")).containsOnlyNulls();
    assertThat(database.query("pragma foreign_key_check")).hasSize(4);
    database.migrator().downgrade(BEFORE);
    assertThat(DocumentationTables.rows(database)).isEqualTo(before);
  }

  @Test
  void upgrade_leavesIdsWhatTheyAre() {
    TestedDatabase database = atBefore();
    database.migrator().upgrade(AFTER);
    assertThat(
            database.column(
                "select distinct lower(x.type) from sqlite_schema s, pragma_table_info(s.name) x"
                    + " where x.name = 'id' and s.name in ('"
                    + String.join("', '", DocumentationTables.ALL)
                    + "')"))
        .isEqualTo(List.of("integer"));
  }
}
