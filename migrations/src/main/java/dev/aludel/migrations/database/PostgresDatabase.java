package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** A database of a PostgreSQL server. */
final class PostgresDatabase implements Database {
  private final DatabaseUrl url;

  PostgresDatabase(DatabaseUrl url) {
    this.url = url;
  }

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.POSTGRESQL;
  }

  @Override
  public Optional<String> firstSchema() {
    return SearchPath.first(url.properties().getOrDefault("currentSchema", ""));
  }

  @Override
  public Optional<Path> file() {
    return url.file();
  }

  @Override
  public Optional<Connection> openIfPresent() {
    return Optional.of(open());
  }

  @Override
  public Connection open() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "aludel");
    properties.putAll(url.properties());
    try {
      return DriverManager.getConnection(url.jdbcUrl(), properties);
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "Cannot connect to %s: PostgreSQL's driver says \"%s\". %s"
              .formatted(url, reason(e), remedy(e)),
          e);
    }
  }

  // The name of a host that the driver cannot find is in the cause.
  private static String reason(SQLException e) {
    Throwable cause = e.getCause();
    return cause instanceof UnknownHostException
        ? "unknown host " + cause.getMessage()
        : String.valueOf(e.getMessage());
  }

  private static String remedy(SQLException e) {
    return String.valueOf(e.getMessage()).contains("the password is an empty string")
        ? "No password is given. Write it into a file that --password-file or PGPASSFILE names, or into ~/.pgpass; one that others may read is left out (chmod 600)."
        : "Check host, port, name and rights, and that the server runs.";
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
