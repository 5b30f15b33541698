package dev.aludel.test;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database that belongs to one test; {@link #close()} drops it, with connections still
 * open to it or not.
 */
public final class FreshDatabase implements AutoCloseable {

  private final ServerAddress server;
  private final String name;

  FreshDatabase(ServerAddress server, String name) {
    this.server = server;
    this.name = name;
  }

  /** The database's name, unique on its server. */
  public String name() {
    return name;
  }

  /** {@code jdbc:postgresql://host:port/name?user=...&password=...}. */
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** {@code postgresql://user:password@host:port/name}, the form that SQLAlchemy reads. */
  public String url() {
    return server.url(name);
  }

  String host() {
    return server.host();
  }

  int port() {
    return server.port();
  }

  /** The same database at another port of this machine. */
  FreshDatabase at(int port) {
    return new FreshDatabase(server.at("localhost", port), name);
  }

  /** A data source without a pool: each connection is a new one. */
  public DataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl());
    return dataSource;
  }

  /** A further database with the same content; nobody may be connected to this one. */
  public FreshDatabase copy() {
    return TestPostgres.freshDatabase(server, "template " + name);
  }

  /** Drops the database; closing again does nothing. */
  @Override
  public void close() {
    try {
      TestPostgres.execute(server, "drop database if exists " + name + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot drop the test database %s: %s".formatted(name, e.getMessage()), e);
    }
  }
}
