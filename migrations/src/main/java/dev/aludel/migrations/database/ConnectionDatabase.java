package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
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

  @Override
  public Connection open() {
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
