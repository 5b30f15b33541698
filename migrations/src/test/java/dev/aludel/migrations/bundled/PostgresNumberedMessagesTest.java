package dev.aludel.migrations.bundled;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class PostgresNumberedMessagesTest extends NumberedMessagesContract {
  @Override
  TestedDatabase alembicsRows() {
    TestedDatabase from =
        TestedDatabase.sqlite(AlembicFixture.copy("conversation-f6e7d8c9b0a1.db", folder));
    TestedDatabase database = TestedDatabase.postgres();
    database.migrator().upgrade(UNNUMBERED);
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      insert(
          connection,
          "sessions (id, name, user_id, agent_id, created_time, updated_time)"
              + " values (?, ?, ?, ?, ?::bigint, ?::bigint)",
          sessions(from));
      insert(
          connection,
          "chat_messages (id, session_id, message, sender_type, sender_name, created_time)"
              + " values (?, ?, ?, ?, ?, ?::bigint)",
          messages(from));
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
        for (int column = 1; column <= row.size(); column++) {
          insert.setString(column, row.get(column - 1));
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
}
