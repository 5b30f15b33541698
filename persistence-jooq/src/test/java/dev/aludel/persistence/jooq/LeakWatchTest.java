package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that leak, run inside tests: each fails, and says what it left open. */
final class LeakWatchTest {

  private static final Deque<AutoCloseable> LEFT = new ArrayDeque<>();

  @AfterEach
  void cleanUp() throws Exception {
    while (!LEFT.isEmpty()) {
      LEFT.pop().close();
    }
  }

  private static <T extends AutoCloseable> T left(T resource) {
    LEFT.push(resource);
    return resource;
  }

  private static StorageConfig config(TestDatabase database) {
    return StorageConfig.builder(database.url())
        .schemaPolicy(SchemaPolicy.UPGRADE)
        .poolSize(1)
        .build();
  }

  private static List<String> failuresOf(Class<?> tests) {
    return InnerTests.failures(InnerTests.run(tests));
  }

  /** A storage that is not closed. */
  static final class StorageInMemory {

    @Test
    void leaks() {
      left(Storages.open(StorageConfig.of("sqlite://"))).sessions().count();
    }
  }

  @Test
  void test_fails_whenItLeavesAStorageOpen() {
    assertThat(failuresOf(StorageInMemory.class))
        .containsExactly(
            "leaks() left behind: Usage[open=1, lent=0, statements=0] of sqlite://, open or"
                + " in use");
  }

  /** A storage that is not closed. */
  static final class StorageOnPostgres {

    @Test
    void leaks() {
      left(Storages.open(config(left(TestDatabases.postgres())))).sessions().count();
    }
  }

  @Test
  void test_fails_whenItLeavesAStorageOnPostgresOpen() {
    assertThat(failuresOf(StorageOnPostgres.class))
        .singleElement()
        .asString()
        .startsWith("leaks() left behind: Usage[open=1, lent=0, statements=0] of postgresql://");
  }

  /** A connection to a file beside the storage. */
  static final class SqliteConnectionBeside {

    @Test
    void leaks() throws SQLException {
      TestDatabase database = left(TestDatabases.sqliteFile());
      Storages.open(config(database)).close();
      Connection connection = left(TestDatabases.connect(database.url()));
      try (Statement statement = connection.createStatement()) {
        statement.execute("delete from sessions");
      }
    }
  }

  @Test
  void test_fails_whenItLeavesASqliteFileOpen() {
    assertThat(failuresOf(SqliteConnectionBeside.class))
        .singleElement()
        .asString()
        .startsWith("leaks() left behind: /")
        .contains("test 100% ü.db, open; ");
  }

  /** A connection that the storage's own count does not know. */
  static final class SessionOnTheServer {

    @Test
    void leaks() throws SQLException {
      TestDatabase database = left(TestDatabases.postgres());
      try (Storage storage = Storages.open(config(database))) {
        Connection connection = left(TestDatabases.connect(database.url()));
        try (Statement statement = connection.createStatement()) {
          statement.execute("set application_name = 'aludel'");
        }
        storage.sessions().count();
      }
    }
  }

  @Test
  void test_fails_whenTheServerStillHasASession() {
    assertThat(failuresOf(SessionOnTheServer.class))
        .singleElement()
        .asString()
        .startsWith("leaks() left behind: 1 connections to postgresql://")
        .endsWith(", which the server still has");
  }

  /** A connection that was borrowed and not given back, with a statement. */
  static final class LentConnection {

    @Test
    void leaks() throws SQLException {
      StorageConfig config = StorageConfig.of("sqlite://");
      Connections connections =
          SqliteMemoryConnections.open(DatabaseUrl.parse(config.url()), config);
      LeakWatch.opened(connections);
      SqliteTransaction borrowed = (SqliteTransaction) connections.borrow(Access.READ);
      borrowed.connection().take("select 1");
      connections.close();
    }
  }

  @Test
  void test_fails_whenItLeavesAStatementAndAConnectionInUse() {
    assertThat(failuresOf(LentConnection.class))
        .singleElement()
        .asString()
        .startsWith("leaks() left behind: Usage[open=0, lent=1, statements=1] of sqlite://");
  }
}
