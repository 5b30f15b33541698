package dev.aludel.migrations.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source of which somebody hears of every statement, before it runs and after it. */
final class WatchedDataSource {
  private WatchedDataSource() {}

  /** Who hears of the statements; what it throws, the statement throws. */
  interface Watcher {
    void before(Connection connection, String sql) throws SQLException;

    void after(Connection connection, String sql) throws SQLException;
  }

  /** Where the connections come from. */
  @FunctionalInterface
  interface Source {
    Connection open() throws SQLException;
  }

  static DataSource of(Source source, Watcher watcher) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return watched(source.open(), watcher);
          }
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private static Connection watched(Connection connection, Watcher watcher) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          Object result = invoke(connection, method, arguments);
          if (result instanceof PreparedStatement statement) {
            String sql = (String) arguments[0];
            return proxy(PreparedStatement.class, handler(connection, statement, sql, watcher));
          }
          return result instanceof Statement statement
              ? proxy(Statement.class, handler(connection, statement, null, watcher))
              : result;
        });
  }

  private static InvocationHandler handler(
      Connection connection, Statement statement, @Nullable String prepared, Watcher watcher) {
    return (self, method, arguments) -> {
      if (!method.getName().startsWith("execute")) {
        return invoke(statement, method, arguments);
      }
      String sql = prepared == null ? (String) arguments[0] : prepared;
      watcher.before(connection, sql);
      Object result = invoke(statement, method, arguments);
      watcher.after(connection, sql);
      return result;
    };
  }

  private static @Nullable Object invoke(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
