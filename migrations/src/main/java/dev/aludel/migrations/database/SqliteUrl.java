package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** URLs of SQLite databases. */
final class SqliteUrl {
  private static final String JDBC = "jdbc:sqlite:";
  private static final String MEMORY = ":memory:";
  private static final String FILE = "file:";
  private static final String RESOURCE = ":resource:";

  private SqliteUrl() {}

  static DatabaseUrl of(String url, String rest) {
    if (rest.isEmpty() || rest.equals("/") || rest.equals("/" + MEMORY)) {
      return url(JDBC + MEMORY, null, "sqlite://");
    }
    if (!rest.startsWith("/")) {
      throw new DatabaseUrlException(
          "Cannot read the database URL: a SQLite database has no host, and the URL names one. Write sqlite:///file.db for a file below the working directory, or sqlite:////folder/file.db for an absolute path.");
    }
    if (rest.contains("?")) {
      throw new DatabaseUrlException(
          "Cannot read the database URL %s: a SQLite database takes no options behind \"?\" in this form. Leave them out, or write jdbc:sqlite:file.db?option=value."
              .formatted(url));
    }
    String path = rest.substring(1);
    return url(JDBC + asFile(path), path(url, path), url);
  }

  // To the driver these beginnings are no part of a file's name.
  private static String asFile(String path) {
    return path.startsWith(FILE) || path.startsWith(RESOURCE) ? "./" + path : path;
  }

  static DatabaseUrl ofJdbc(String url) {
    String rest = url.substring(JDBC.length());
    int query = rest.indexOf('?');
    String options = query < 0 ? "" : rest.substring(query + 1);
    String name = query < 0 ? rest : rest.substring(0, query);
    boolean uri = name.startsWith(FILE);
    String path = uri ? Percent.decode(name.substring(FILE.length())) : name;
    if (path.startsWith(RESOURCE)) {
      throw new DatabaseUrlException(
          "Cannot read the database URL %s: a database in a jar can only be read. Copy it into a file, and name that."
              .formatted(url));
    }
    boolean memory =
        path.isEmpty() || path.equals(MEMORY) || options.matches("(.*&)?mode=memory(&.*)?");
    return url(url, memory ? null : path(url, path), url);
  }

  private static Path path(String url, String path) {
    // The driver would leave it out, and open another file.
    if (path.charAt(path.length() - 1) <= ' ') {
      throw new DatabaseUrlException(
          "Cannot read the database URL %s: the file's name ends with white space. Take it away; a line may have brought along its end."
              .formatted(url.strip()));
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new DatabaseUrlException(
          "Cannot read the database URL %s: \"%s\" is no path (%s)."
              .formatted(url, path, e.getReason()));
    }
  }

  private static DatabaseUrl url(String jdbcUrl, @Nullable Path file, String shown) {
    return new DatabaseUrl(DatabaseProduct.SQLITE, jdbcUrl, Map.of(), file, shown);
  }
}
