package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/**
 * A database that an application opens in its own way. What it is, a connection says; of SQLite's
 * own data sources it is known, and the driver gets ready while the caller does something else.
 */
record DataSourceDatabase(DataSource dataSource, Identity identity) implements Database {

  static Database of(DataSource dataSource) {
    if (dataSource instanceof SQLiteDataSource sqlite) {
      SqliteDriver.prepareInBackground();
      return new DataSourceDatabase(
          dataSource, Identity.of(DatabaseProduct.SQLITE, sqlite.getUrl()));
    }
    try (Connection connection = dataSource.getConnection()) {
      return new DataSourceDatabase(dataSource, Identity.of(connection));
    } catch (SQLException e) {
      throw unavailable("the data source", e);
    }
  }

  /** What is known of a database without asking it more than once. */
  record Identity(DatabaseProduct product, String shown, @Nullable Path path) {
    static Identity of(Connection connection) throws SQLException {
      DatabaseMetaData metaData = connection.getMetaData();
      String name = metaData.getDatabaseProductName();
      DatabaseProduct product =
          DatabaseProduct.ofWord(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(name));
      return of(product, metaData.getURL());
    }

    private static Identity of(DatabaseProduct product, @Nullable String url) {
      if (url == null) {
        return new Identity(product, product.title(), null);
      }
      DatabaseUrl parsed = DatabaseUrl.parse(url);
      return new Identity(product, parsed.toString(), parsed.file().orElse(null));
    }

    Optional<Path> file() {
      return Optional.ofNullable(path);
    }

    private static DatabaseUnavailableException unknown(String name) {
      return new DatabaseUnavailableException(
          "Cannot use the database \"%s\": Aludel knows %s."
              .formatted(name, DatabaseProduct.words()));
    }
  }

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
    if (product() == DatabaseProduct.SQLITE) {
      SqliteDriver.requireSafeVersion();
    }
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw unavailable(identity.shown(), e);
    }
  }

  static DatabaseUnavailableException unavailable(String what, SQLException cause) {
    return new DatabaseUnavailableException(
        "Cannot get a connection from %s: \"%s\".".formatted(what, cause.getMessage()), cause);
  }

  @Override
  public String toString() {
    return identity.shown();
  }
}
