package dev.aludel.migrations.database;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a database, in SQLAlchemy's form ({@code sqlite:///file.db}, {@code
 * postgresql://user:password@host:5432/name}, with or without a driver suffix such as {@code
 * +psycopg2}) or in JDBC's. Its {@link #toString} shows no password.
 */
public final class DatabaseUrl {
  private final DatabaseProduct product;
  private final String jdbcUrl;
  private final Map<String, String> properties;
  private final @Nullable Path file;
  private final String shown;

  DatabaseUrl(
      DatabaseProduct product,
      String jdbcUrl,
      Map<String, String> properties,
      @Nullable Path file,
      String shown) {
    this.product = product;
    this.jdbcUrl = jdbcUrl;
    this.properties = Map.copyOf(properties);
    this.file = file;
    this.shown = shown;
  }

  /**
   * Reads a URL. Percent-encoded characters are decoded in user, password and database name.
   *
   * @throws DatabaseUrlException if it is none that Aludel knows
   */
  public static DatabaseUrl parse(String url) {
    requireNonNull(url, "url");
    if (url.startsWith("jdbc:sqlite:")) {
      return SqliteUrl.ofJdbc(url);
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return PostgresUrl.ofJdbc(url);
    }
    int end = url.indexOf("://");
    String scheme = end < 0 ? "" : url.substring(0, end).replaceFirst("\\+\\w+$", "");
    return switch (scheme) {
      case "sqlite" -> SqliteUrl.of(url, url.substring(end + 3));
      case "postgresql", "postgres" -> PostgresUrl.of(url.substring(end + 3));
      default -> throw unknown(end < 0 ? "" : url.substring(0, end));
    };
  }

  private static DatabaseUrlException unknown(String scheme) {
    String found = scheme.isEmpty() ? "it has no scheme" : "unknown scheme \"" + scheme + "\"";
    return new DatabaseUrlException(
        "Cannot read the database URL: %s. Known forms are sqlite:///relative/file.db, sqlite:////absolute/file.db, sqlite:// (in memory), postgresql://user:password@host:5432/name, jdbc:sqlite:... and jdbc:postgresql:..."
            .formatted(found));
  }

  public DatabaseProduct product() {
    return product;
  }

  /** The URL for the JDBC driver, without credentials where the form allows to leave them out. */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /** What the driver gets besides the URL: user, password, options. */
  public Map<String, String> properties() {
    return properties;
  }

  /** The file of a SQLite database; empty for one in memory and for a server. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The URL as people may see it. */
  @Override
  public String toString() {
    return shown;
  }
}
