package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Session;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.test.FreshDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plans that PostgreSQL keeps for the lists of a storage that has one connection. */
final class PostgresKeptPlansTest {

  private static final Session.Id LONG = new Session.Id("long");

  /** The driver sends a statement's text five times, and the server plans it five times more. */
  private static final int PAGES = 30;

  private static final String IS_PAGE = "statement like '%\"seq\" > %fetch next%'";

  private final FreshDatabase database = Templates.postgres().copy();
  private PostgresConnections connections;
  private Storage storage;

  @BeforeEach
  void openStorage() {
    StorageConfig config = StorageConfig.builder(database.url()).poolSize(1).build();
    connections = PostgresConnections.open(DatabaseUrl.parse(database.url()), config);
    storage = JooqStorageProvider.open(connections, config);
  }

  @AfterEach
  void dropDatabase() {
    storage.close();
    database.close();
  }

  @Test
  void pages_keepOnePlan_whateverIsAskedFor() throws SQLException {
    appendToManySessions();
    execute("analyze");

    page();

    assertThat(kept("generic_plans")).isGreaterThanOrEqualTo(PAGES / 2);
    assertThat(kept("custom_plans")).isLessThanOrEqualTo(5);
  }

  @Test
  void pages_goByTheIndex_whenTheirPlanIsOlderThanTheRows() throws SQLException {
    execute(
        "insert into sessions (id, user_id, last_seq, created_time, updated_time)"
            + " values ('s', 'ada', 0, 0, 0)");
    execute(
        """
        insert into chat_messages (id, session_id, seq, message, created_time)
        select i, 's', i, 'text', i from generate_series(1, 3) i\
        """);
    execute("analyze");
    page();
    appendToManySessions();

    page();

    assertThat(plan()).contains("Index Scan using uq_chat_messages_session_seq", "seq >");
    assertThat(plan()).doesNotContain("Sort", "Seq Scan", "Bitmap");
  }

  // A session of 5,000 messages, which are few to a planner that knows of the others alone.
  private void appendToManySessions() throws SQLException {
    execute(
        """
        insert into sessions (id, user_id, last_seq, created_time, updated_time)
        select case i when 0 then 'long' else 'short ' || i end, 'ada', 0, i, i
        from generate_series(0, 500) i\
        """);
    execute(
        """
        insert into chat_messages (id, session_id, seq, message, created_time)
        select 'short ' || i, 'short ' || (1 + i % 500), i, 'text', i
        from generate_series(1, 20000) i\
        """);
    execute(
        """
        insert into chat_messages (id, session_id, seq, message, created_time)
        select 'long ' || i, 'long', i, 'text', i from generate_series(1, 5000) i\
        """);
  }

  private void page() {
    Messages messages = storage.messages();
    for (int page = 0; page < PAGES; page++) {
      messages.pageAfter(LONG, page * 100L, PageRequest.first(1 + page));
    }
  }

  private long kept(String column) throws SQLException {
    return Long.parseLong(
        ask("select sum(%s) from pg_prepared_statements where %s".formatted(column, IS_PAGE))
            .get(0));
  }

  private String plan() throws SQLException {
    String name = ask("select name from pg_prepared_statements where " + IS_PAGE).get(0);
    return String.join(
        "\n", ask("explain (costs off) execute \"%s\" ('long', 2500, 51)".formatted(name)));
  }

  /** The first column of what the storage's own connection answers. */
  private List<String> ask(String sql) throws SQLException {
    try (PostgresTransaction transaction = (PostgresTransaction) connections.borrow(Access.QUERY);
        Statement statement = transaction.jdbc().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> answer = new ArrayList<>();
      while (rows.next()) {
        answer.add(rows.getString(1));
      }
      return answer;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
