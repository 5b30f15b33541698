package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way up and down again, the same on each database. */
abstract class UpAndDownContract {
  @TempDir Path folder;

  abstract TestedDatabase emptyDatabase();

  /** A query for the name of everything in the database that is not the database's own. */
  abstract String everything();

  @Test
  final void downgrade_leavesNothingButItsRecords_whenItGoesToBase() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade("heads");
      assertThat(database.schema()).isNotEmpty();
      database.migrator().downgrade("base");
      assertThat(database.schema()).isEmpty();
      assertThat(database.column(everything()))
          .containsExactlyInAnyOrder("alembic_version", "aludel_journal");
      assertThat(database.query("select * from alembic_version")).isEmpty();
    }
  }

  @Test
  final void upgrade_buildsTheSameAgain_whenItWasDown() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade("heads");
      List<String> first = database.schema();
      database.migrator().downgrade("base");
      database.migrator().upgrade("heads");
      assertThat(database.schema()).isEqualTo(first);
    }
  }

  @Test
  final void insert_isGivenAnId_whenItHasNone() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade("001", "20250416_180000");
      for (String table :
          List.of("episodes", "turns", "uncertainty_log", "semantic_memories", "functions")) {
        String insert =
            table.equals("functions")
                ? "insert into functions (name) values ('f')"
                : "insert into " + table + " default values";
        database.execute(insert, insert);
        assertThat(database.column("select id from " + table + " order by id"))
            .as(table)
            .containsExactly("1", "2");
      }
      assertThat(database.query("select resolved, id from uncertainty_log order by id"))
          .containsExactly(List.of("0", "1"), List.of("0", "2"));
      assertThat(database.column("select distinct importance from semantic_memories"))
          .containsExactly("0.5");
    }
  }
}
