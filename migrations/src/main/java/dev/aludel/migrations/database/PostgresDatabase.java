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
          "Cannot connect to %s: PostgreSQL's driver says \"%s\". Check host, port, name and rights, and that the server runs."
              .formatted(url, reason(e)),
          e);
    }
  }

  // The driver repeats a URL that it cannot read, password and all; and it keeps the name of a host
  // that it cannot find in the cause.
  private String reason(SQLException e) {
    String message = String.valueOf(e.getMessage()).replace(url.jdbcUrl(), url.toString());
    Throwable cause = e.getCause();
    return cause instanceof UnknownHostException ? "unknown host " + cause.getMessage() : message;
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
