package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.run.MigrationFailedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresMemoryTimesTest extends MemoryTimesContract {
  @Override
  TestedDatabase alembicsRows(String fixture) {
    TestedDatabase source = TestedDatabase.sqlite(AlembicFixture.copy(fixture, folder));
    TestedDatabase database = TestedDatabase.postgres();
    database.migrator().upgrade(SECONDS);
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (MemoryTable table : MemoryTable.ALL) {
        insert(connection, table.name(), source.query("select * from " + table));
      }
      connection.commit();
    } catch (SQLException e) {
      database.close();
      throw new AssertionError("Cannot load the rows", e);
    }
    return database;
  }

  private static void insert(Connection connection, String table, List<List<@Nullable String>> rows)
      throws SQLException {
    String parameters = String.join(", ", Collections.nCopies(rows.get(0).size(), "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("insert into %s values (%s)".formatted(table, parameters))) {
      for (List<@Nullable String> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i), Types.OTHER);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.postgres();
  }

  @Override
  String text(boolean value) {
    return value ? "t" : "f";
  }

  @ParameterizedTest
  @CsvSource({"timestamp, NaN", "timestamp, Infinity", "valence, NaN", "valence, -Infinity"})
  void upgrade_changesNothingAndNamesTheRow_whenAValueIsNoNumber(String column, String value) {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(SECONDS);
      database.execute("insert into episodes (id, %s) values (3, '%s')".formatted(column, value));
      assertStopsAt(
          23, "episodes", "episodes_" + column + "_check", "id 3: \"" + value + "\"", database);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"episodes", "turns", "uncertainty_log", "semantic_memories"})
  void upgrade_makesRoomForIdsOf64Bits_whoeverMadeTheTables(String table) {
    String bits =
        "select data_type::text from pg_sequences where sequencename = '%s_id_seq'"
            .formatted(table);
    try (TestedDatabase alembics = TestedDatabase.postgres();
        TestedDatabase ours = emptyDatabase()) {
      alembics.execute(AlembicFixture.text("all-heads-postgresql.sql"));
      ours.migrator().upgrade("001", "f6e7d8c9b0a1", "20250416_180000");
      for (TestedDatabase database : List.of(alembics, ours)) {
        database.migrator().upgrade(MILLISECONDS);
        database.execute(
            "insert into %s (id, created_time) values (%d, 1)".formatted(table, Long.MAX_VALUE));
        assertThat(database.column(bits)).containsExactly("bigint");
      }
      assertThat(alembics.schema()).isEqualTo(ours.schema());
    }
  }

  @Test
  void downgrade_changesNothing_whenAnIdHasMoreThan32Bits() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(MILLISECONDS);
      database.execute("insert into turns (id, created_time) values (2147483648, 1)");
      List<String> schema = database.schema();
      assertThatThrownBy(() -> database.migrator().downgrade(SECONDS))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining("the database says \"ERROR: integer out of range\".")
          .hasMessageContaining("The database is as it was: at 002.");
      assertThat(database.schema()).isEqualTo(schema);
    }
  }
}
