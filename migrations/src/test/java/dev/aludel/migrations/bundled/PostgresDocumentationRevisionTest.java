package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PostgresDocumentationRevisionTest extends DocumentationRevisionContract {
  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.postgres();
  }

  @Override
  TestedDatabase alembics(String fixture) {
    TestedDatabase database = TestedDatabase.postgres();
    database.execute(AlembicFixture.text("all-heads-postgresql.sql"));
    DocumentationTables.copy(
        DocumentationTables.rows(TestedDatabase.sqlite(AlembicFixture.copy(fixture, folder))),
        database);
    return database;
  }

  @Override
  void enforced(TestedDatabase database, String sql) {
    database.execute(sql);
  }

  @Override
  String noProject() {
    return "the database says \"ERROR: these documents have no project: id 71, path 'd71'; Where:"
        + " PL/pgSQL function inline_code_block line 8 at RAISE\".";
  }

  @Override
  String sameRelationships() {
    return "the database says \"ERROR: these relationships are the same: ids 1, 3; Where: PL/pgSQL"
        + " function inline_code_block line 19 at RAISE\".";
  }

  @Override
  String samePath() {
    return "the database says \"ERROR: could not create unique index \"documents_path_key\";"
        + " Detail: Key (path)=(the same) is duplicated.\".";
  }

  @Test
  void upgrade_makesEveryIdBigint_andDowngradeInteger() {
    try (TestedDatabase database = atBefore()) {
      String ids =
          "select distinct data_type from information_schema.columns where table_name in ('"
              + String.join("', '", DocumentationTables.ALL)
              + "') and (column_name = 'id' or column_name like '%\\_id')";
      database.migrator().upgrade(AFTER);
      assertThat(database.column(ids)).containsExactly("bigint");
      database.migrator().downgrade(BEFORE);
      assertThat(database.column(ids)).containsExactly("integer");
    }
  }

  @Test
  void downgrade_changesNothing_whenAnIdIsNoInteger() {
    try (TestedDatabase database = atBefore()) {
      database.migrator().upgrade(AFTER);
      database.execute(
          "insert into projects (id, name, root_path, created_time, updated_time)"
              + " values (2147483648, 'p', '/p', 1, 1)");
      assertThatThrownBy(() -> database.migrator().downgrade(BEFORE))
          .message()
          .contains("the database says \"ERROR: integer out of range\".");
    }
  }
}
