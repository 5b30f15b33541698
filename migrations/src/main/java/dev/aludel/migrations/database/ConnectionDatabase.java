package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database behind a connection that belongs to somebody else: it is used and never closed. */
record ConnectionDatabase(Connection connection, DataSourceDatabase.Identity identity)
    implements Database {

  @Override
  public DatabaseProduct product() {
    return identity.product();
  }

  @Override
  public Optional<Path> file() {
    return identity.file();
  }

  @Override
  public Optional<Connection> openIfPresent() {
    return Optional.of(open());
  }

  /**
   * @throws IllegalStateException if a transaction of its owner may be open
   */
  static ConnectionDatabase of(Connection connection) throws SQLException {
    refuseTransactions(connection);
    return new ConnectionDatabase(connection, DataSourceDatabase.Identity.of(connection));
  }

  private static void refuseTransactions(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException(
          "The connection is not in auto-commit mode: a run begins and commits transactions of its own, and would commit what its owner has not. Call setAutoCommit(true) before, when nothing is left to commit.");
    }
  }

  @Override
  public Connection open() {
    if (product() == DatabaseProduct.SQLITE) {
      SqliteDriver.requireSafeVersion();
    }
    try {
      refuseTransactions(connection);
    } catch (SQLException e) {
      throw DataSourceDatabase.unavailable("the connection", e);
    }
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public String toString() {
    return identity.shown();
  }
}
