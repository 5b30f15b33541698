package dev.aludel.migrations.database;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a database, in SQLAlchemy's form ({@code sqlite:///file.db}, {@code
 * postgresql://user:password@host:5432/name}, with or without a driver suffix such as {@code
 * +psycopg2}) or in JDBC's. Its {@link #toString} shows no password.
 */
public final class DatabaseUrl {
  private static final String JDBC_SQLITE = "jdbc:sqlite:";
  private static final String JDBC_POSTGRESQL = "jdbc:postgresql:";
  private static final Pattern SCHEME = Pattern.compile("(jdbc:)?[A-Za-z][A-Za-z0-9.-]{0,20}");

  private final DatabaseProduct product;
  private final String jdbcUrl;
  private final Supplier<Map<String, String>> properties;
  private final @Nullable Path file;
  private final String shown;
  private final String whole;

  /**
   * @param jdbcUrl without a password
   * @param shown without a password
   * @param whole all of it as one URL that can be read again, the password included
   */
  DatabaseUrl(
      DatabaseProduct product,
      String jdbcUrl,
      Supplier<Map<String, String>> properties,
      @Nullable Path file,
      String shown,
      String whole) {
    this.product = product;
    this.jdbcUrl = jdbcUrl;
    this.properties = properties;
    this.file = file;
    this.shown = shown;
    this.whole = whole;
  }

  /**
   * Reads a URL; what it leaves out of a PostgreSQL database, this process' environment says.
   *
   * @throws DatabaseUrlException if it is none that Aludel knows
   * @throws DatabaseUnavailableException if it names a connection service that cannot be read
   */
  public static DatabaseUrl parse(String url) {
    return parse(url, Surroundings.ofProcess());
  }

  /**
   * Reads a URL. Percent-encoded characters are decoded in user, password, database name and
   * parameters.
   *
   * @param surroundings what completes a URL of PostgreSQL
   * @throws DatabaseUrlException if it is none that Aludel knows
   * @throws DatabaseUnavailableException if it names a connection service that cannot be read
   */
  public static DatabaseUrl parse(String url, Surroundings surroundings) {
    requireNonNull(url, "url");
    requireNonNull(surroundings, "surroundings");
    if (url.startsWith(JDBC_SQLITE)) {
      return SqliteUrl.ofJdbc(url.substring(JDBC_SQLITE.length()));
    }
    if (url.startsWith(JDBC_POSTGRESQL)) {
      return PostgresUrl.ofJdbc(url.substring(JDBC_POSTGRESQL.length()), surroundings);
    }
    int end = url.indexOf("://");
    String scheme = end < 0 ? "" : url.substring(0, end).replaceFirst("\\+\\w+$", "");
    return switch (scheme) {
      case "sqlite" -> SqliteUrl.of(url.substring(0, end), url.substring(end + 3));
      case "postgresql", "postgres" -> PostgresUrl.of(url.substring(end + 3), surroundings);
      default -> throw unknown(scheme);
    };
  }

  private static DatabaseUrlException unknown(String scheme) {
    String found =
        scheme.isEmpty()
            ? "it has no scheme"
            : SCHEME.matcher(scheme).matches()
                ? "unknown scheme \"" + scheme + "\""
                : "it has no scheme that can be read";
    return DatabaseUrlException.because(
        "%s. Known forms are sqlite:///relative/file.db, sqlite:////absolute/file.db, sqlite:// (in memory), postgresql://user:password@host:5432/name, jdbc:sqlite:... and jdbc:postgresql:..."
            .formatted(found));
  }

  public DatabaseProduct product() {
    return product;
  }

  /** The URL for the JDBC driver, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /**
   * What the driver gets besides the URL: user, password, options. A password file is read for it,
   * so that it is asked for where a connection is opened.
   *
   * @throws DatabaseUnavailableException if what the connection needs is not there
   */
  public Map<String, String> properties() {
    return Map.copyOf(properties.get());
  }

  /** The file of a SQLite database; empty for one in memory and for a server. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * All that was said, completed, as one URL that can be read again: for whoever opens the database
   * by a URL, never for people. It may hold a password.
   */
  public String whole() {
    return whole;
  }

  /** The URL as people may see it. */
  @Override
  public String toString() {
    return shown;
  }
}
