package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** A database that an application opens in its own way. */
record DataSourceDatabase(DataSource dataSource, DatabaseProduct product, String shown)
    implements Database {

  static Database of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      Identity identity = Identity.of(connection);
      return new DataSourceDatabase(dataSource, identity.product(), identity.shown());
    } catch (SQLException e) {
      throw unavailable("the data source", e);
    }
  }

  /** What a connection says of its database. */
  record Identity(DatabaseProduct product, String shown) {
    static Identity of(Connection connection) throws SQLException {
      DatabaseMetaData metaData = connection.getMetaData();
      String name = metaData.getDatabaseProductName();
      DatabaseProduct product =
          DatabaseProduct.ofWord(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(name));
      String url = metaData.getURL();
      return new Identity(
          product, url == null ? product.title() : DatabaseUrl.parse(url).toString());
    }

    private static DatabaseUnavailableException unknown(String name) {
      return new DatabaseUnavailableException(
          "Cannot use the database \"%s\": Aludel knows %s."
              .formatted(name, DatabaseProduct.words()));
    }
  }

  @Override
  public Optional<Connection> openIfPresent() {
    return Optional.of(open());
  }

  @Override
  public Connection open() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw unavailable(shown, e);
    }
  }

  static DatabaseUnavailableException unavailable(String what, SQLException cause) {
    return new DatabaseUnavailableException(
        "Cannot get a connection from %s: \"%s\".".formatted(what, cause.getMessage()), cause);
  }

  @Override
  public String toString() {
    return shown;
  }
}
