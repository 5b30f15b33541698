package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.run.MigrationFailedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PostgresEpochMillisecondsTest extends EpochMillisecondsContract {
  @Override
  TestedDatabase alembicsRows() {
    List<List<List<@Nullable String>>> rows =
        rows(TestedDatabase.sqlite(AlembicFixture.copy("conversation-b1c2d3e4f5g6.db", folder)));
    TestedDatabase database = TestedDatabase.postgres();
    database.migrator().upgrade(TIMESTAMPS);
    String time = database.timeParameter();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      insert(connection, "sessions values (?, ?, ?, ?, %s, %s)".formatted(time, time), rows.get(0));
      insert(connection, "chat_messages values (?, ?, ?, ?, ?, %s)".formatted(time), rows.get(1));
      connection.commit();
    } catch (SQLException e) {
      database.close();
      throw new AssertionError("Cannot load the rows", e);
    }
    return database;
  }

  private static void insert(Connection connection, String where, List<List<@Nullable String>> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into " + where)) {
      for (List<@Nullable String> row : rows) {
        run(insert, row.toArray(new String[0]));
      }
    }
  }

  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.postgres();
  }

  @Test
  void upAndDown_keepsTheMillisecond_whereOnlyPostgresqlGoes() {
    List<String> moments =
        List.of(
            "4713-01-01 00:00:00.123 BC", "10000-01-01 00:00:00.457", "294276-12-31 23:59:59.999");
    try (TestedDatabase database = emptyDatabase()) {
      insert(database, moments);
      database.migrator().upgrade(MILLISECONDS);
      assertThat(milliseconds(database, TimeColumn.ALL.get(0)))
          .containsExactly(-210863519999877L, 253402300800457L, 9224318015999999L);
      database.migrator().downgrade(TIMESTAMPS);
      assertThat(database.column("select created_at::text from sessions order by id"))
          .hasToString(moments.toString());
    }
  }

  @Test
  void upgrade_changesNothing_whenATimeIsInfinite() {
    try (TestedDatabase database = emptyDatabase()) {
      insert(database, List.of("2025-09-01 08:30:15.123", "infinity"));
      var rows = rows(database);
      assertThatThrownBy(() -> database.migrator().upgrade(MILLISECONDS))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessage(
              "Upgrade to f6e7d8c9b0a1 failed at %s:43:1: the database says"
                  + " \"ERROR: cannot convert infinity to bigint\".\n"
                  + "  Statement: update sessions set created_time = coalesce(floor(extract(epoch from"
                  + " created_at) * 1000), 0), updated_time = coalesce(fl ...\n"
                  + "  The database is as it was: at b1c2d3e4f5g6. Mend the script or the data, and"
                  + " run again.",
              script());
      assertThat(rows(database)).isEqualTo(rows);
    }
  }

  @Test
  void downgrade_changesNothing_whenATimeIsBeyondPostgresqls() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(MILLISECONDS);
      database.execute("insert into sessions values ('s', 'n', 'u', 'a', 1, 9224318016000000)");
      assertThatThrownBy(() -> database.migrator().downgrade(TIMESTAMPS))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessage(
              "Downgrade of f6e7d8c9b0a1 failed at %s:105:1: the database says"
                  + " \"ERROR: timestamp out of range\".\n"
                  + "  Statement: update sessions set created_at = case when created_time <> 0 then"
                  + " timestamp '1970-01-01 00:00:00' + created_time / 86400 ...\n"
                  + "  The database is as it was: at f6e7d8c9b0a1. Mend the script or the data, and"
                  + " run again.",
              script());
      assertThat(milliseconds(database, TimeColumn.ALL.get(1))).containsExactly(9224318016000000L);
    }
  }
}
