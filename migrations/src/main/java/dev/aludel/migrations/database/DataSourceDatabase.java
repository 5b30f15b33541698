package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteDataSource;

/**
 * A database that an application opens in its own way. What it is, a connection says; of SQLite's
 * own data sources it is known, and the driver gets ready while the caller does something else.
 */
record DataSourceDatabase(DataSource dataSource, Identity identity) implements Database {

  static Database of(DataSource dataSource) {
    if (dataSource instanceof SQLiteDataSource sqlite) {
      SqliteDriver.prepareInBackground();
      Optional<Identity> known = Identity.ofSqlite(sqlite.getUrl());
      if (known.isPresent()) {
        return new DataSourceDatabase(dataSource, known.get());
      }
      SqliteDriver.requireSafeVersion();
    }
    try (Connection connection = dataSource.getConnection()) {
      return new DataSourceDatabase(dataSource, Identity.of(connection));
    } catch (SQLException e) {
      throw unavailable("the data source", e);
    }
  }

  /** What is known of a database without asking it more than once. */
  record Identity(DatabaseProduct product, String shown, @Nullable Path path) {
    private static final Set<String> OPTIONS_OF_DRIVER =
        Stream.of(Pragma.values())
            .map(pragma -> pragma.pragmaName)
            .collect(Collectors.toUnmodifiableSet());

    static Identity of(Connection connection) throws SQLException {
      DatabaseMetaData metaData = connection.getMetaData();
      String name = metaData.getDatabaseProductName();
      DatabaseProduct product =
          DatabaseProduct.ofWord(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(name));
      return product == DatabaseProduct.SQLITE
          ? new Identity(product, shown(product, metaData.getURL()), mainFile(connection))
          : new Identity(product, shown(product, metaData.getURL()), null);
    }

    // Empty where the application's URL says what Aludel's do not.
    private static Optional<Identity> ofSqlite(@Nullable String url) {
      DatabaseProduct product = DatabaseProduct.SQLITE;
      if (url == null) {
        return Optional.of(new Identity(product, product.title(), null));
      }
      try {
        DatabaseUrl parsed = DatabaseUrl.parse(url, Surroundings.NONE);
        return Optional.of(new Identity(product, parsed.toString(), parsed.file().orElse(null)));
      } catch (DatabaseUrlException e) {
        if (wouldNameAnotherFile(url)) {
          throw e;
        }
        return Optional.empty();
      }
    }

    // What the driver does not know becomes a part of the file's name, except in a file: URI.
    private static boolean wouldNameAnotherFile(String url) {
      int mark = url.indexOf('?');
      return mark >= 0
          && !url.startsWith("jdbc:sqlite:file:")
          && !Stream.of(url.substring(mark + 1).split("&"))
              .map(option -> option.replaceFirst("(?s)=.*", ""))
              .allMatch(OPTIONS_OF_DRIVER::contains);
    }

    // The application's own URL may say what Aludel's do not; without that it says where.
    private static String shown(DatabaseProduct product, @Nullable String url) {
      try {
        return url == null
            ? product.title()
            : DatabaseUrl.parse(url.replaceFirst("(?s)\\?.*", ""), Surroundings.NONE).toString();
      } catch (DatabaseUrlException e) {
        return product.title();
      }
    }

    // Whatever the URL was, this is the file that is open.
    private static @Nullable Path mainFile(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("select file from pragma_database_list where name = 'main'")) {
        String file = row.next() ? row.getString(1) : null;
        return file == null || file.isEmpty() ? null : Path.of(file);
      }
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
