package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SqliteNumberedMessagesTest extends NumberedMessagesContract {
  @Override
  TestedDatabase alembicsRows() {
    return TestedDatabase.sqlite(AlembicFixture.copy("conversation-f6e7d8c9b0a1.db", folder));
  }

  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.sqlite(folder.resolve("empty.db"));
  }

  @Test
  void upgrade_numbersTheMessagesOfASessionThatIsMissing() throws SQLException {
    TestedDatabase database = alembicsRows();
    withoutForeignKeys(
        database,
        "delete from sessions where id = 'web-session-0000'",
        "insert into chat_messages (id, session_id, message, created_time) values"
            + " ('2', 'never there', 'b', 2), ('1', 'never there', 'a', 1)");
    List<List<@Nullable String>> sessions = sessions(database);
    List<List<@Nullable String>> messages = messages(database);

    database.migrator().upgrade(NUMBERED);
    assertThat(
            database.query(
                "select id, seq from chat_messages where session_id = 'never there' order by id"))
        .containsExactly(List.of("1", "1"), List.of("2", "2"));
    assertThat(
            database.query(
                "select count(*), count(distinct seq), max(seq) from chat_messages"
                    + " where session_id = 'web-session-0000'"))
        .containsExactly(List.of("25", "25", "25"));
    assertThat(messages(database)).isEqualTo(messages);

    database.migrator().downgrade(UNNUMBERED);
    database.migrator().upgrade(NUMBERED);
    assertThat(sessions(database)).isEqualTo(sessions);
    assertThat(messages(database)).isEqualTo(messages);
  }

  // Python's driver enforces no foreign keys, and neither does Java's unless told.
  private static void withoutForeignKeys(TestedDatabase database, String... statements)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
