package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * URLs of SQLite databases. The driver never gets one as it was written: it takes what it does not
 * know for a part of the file's name.
 */
final class SqliteUrl {
  private static final String JDBC = "jdbc:sqlite:";
  private static final String MEMORY = ":memory:";
  private static final String FILE = "file:";
  private static final String RESOURCE = ":resource:";
  private static final Pattern URI = Pattern.compile("file:(?://(?<host>[^/]*)(?=/))?(?<path>.*)");

  private final String shown;
  private final String name;
  private final String query;
  private final Map<String, String> options = new TreeMap<>();
  private final Map<String, String> uriOptions = new TreeMap<>();

  private SqliteUrl(String shown, String name, String query, ParameterList list) {
    this.shown = shown;
    this.name = name;
    this.query = query;
    for (UrlParameter parameter : UrlParameter.read(query, text -> text)) {
      list.check(parameter);
      Map<String, String> place =
          SqliteParameterList.uriOnly().containsKey(parameter.name()) ? uriOptions : options;
      if (place.putIfAbsent(parameter.name(), parameter.value()) != null) {
        throw DatabaseUrlException.because(
            "it says %s twice. Leave one out.".formatted(parameter.shown()));
      }
    }
  }

  /**
   * Reads one in SQLAlchemy's form.
   *
   * @param scheme what stands before its {@code ://}
   */
  static DatabaseUrl of(String scheme, String rest) {
    int end = query(rest);
    String front = rest.substring(0, end);
    if (!front.isEmpty() && !front.startsWith("/")) {
      throw new DatabaseUrlException(
          "Cannot read the database URL: a SQLite database has no host, and the URL names one. Write sqlite:///file.db for a file below the working directory, or sqlite:////folder/file.db for an absolute path.");
    }
    String path = front.isEmpty() ? "" : front.substring(1);
    boolean memory = path.isEmpty() || path.equals(MEMORY);
    SqliteUrl url =
        new SqliteUrl(
            memory ? "sqlite://" : scheme + "://" + front,
            path,
            behind(rest, end),
            SqliteParameterList.DRIVER);
    return memory ? url.inMemory(MEMORY) : url.inFile(path);
  }

  /** Reads one in JDBC's form, from behind {@code jdbc:sqlite:} on. */
  static DatabaseUrl ofJdbc(String rest) {
    int end = query(rest);
    String front = rest.substring(0, end);
    boolean uri = front.startsWith(FILE);
    SqliteUrl url =
        new SqliteUrl(
            JDBC + front,
            front,
            behind(rest, end),
            uri ? SqliteParameterList.URI : SqliteParameterList.DRIVER);
    if (uri) {
      return url.ofUri();
    }
    if (front.startsWith(RESOURCE)) {
      throw url.refusal(
          "a database in a jar can only be read. Copy it into a file, and name that.");
    }
    return front.isEmpty() || front.equals(MEMORY) ? url.inMemory(MEMORY) : url.inFile(front);
  }

  private static int query(String rest) {
    int mark = rest.indexOf('?');
    return mark < 0 ? rest.length() : mark;
  }

  private static String behind(String rest, int mark) {
    return mark < rest.length() ? rest.substring(mark + 1) : "";
  }

  // https://www.sqlite.org/uri.html
  private DatabaseUrl ofUri() {
    Matcher parts = URI.matcher(name);
    if (name.contains("#") || !parts.matches() || name.contains("%00")) {
      throw refusal("a # or another character ends the file's name. Write # as %23.");
    }
    String host = parts.group("host");
    if (host != null && !host.isEmpty() && !host.equals("localhost")) {
      throw refusal("a SQLite database has no host. Write file:/folder/file.db.");
    }
    String path = Percent.decode(parts.group("path"));
    boolean memory =
        path.isEmpty() || path.equals(MEMORY) || "memory".equals(uriOptions.get("mode"));
    return memory ? inMemory(FILE + Percent.encode(path).replace("%2F", "/")) : inFile(path);
  }

  private DatabaseUrl inMemory(String memory) {
    boolean named = memory.startsWith(FILE) && !memory.equals(FILE);
    return url(JDBC + (named ? memory : MEMORY) + query(named), null);
  }

  private DatabaseUrl inFile(String path) {
    Path file = path(path);
    // To the driver a "?" is the end of a name.
    boolean asUri = !uriOptions.isEmpty() || path.contains("?");
    return asUri
        ? url(JDBC + FILE + Percent.encode(path).replace("%2F", "/") + query(true), file)
        : url(JDBC + asFile(path) + query(false), file);
  }

  // To the driver these beginnings are no part of a file's name.
  private static String asFile(String path) {
    boolean special = path.startsWith(FILE) || path.startsWith(RESOURCE) || path.equals(MEMORY);
    return special ? "./" + path : path;
  }

  private String query(boolean uri) {
    Map<String, String> all = new TreeMap<>(options);
    if (uri) {
      all.putAll(uriOptions);
    }
    List<String> pairs =
        all.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private Path path(String path) {
    // The driver would leave it out, and open another file.
    if (path.charAt(path.length() - 1) <= ' ') {
      throw new DatabaseUrlException(
          "Cannot read the database URL %s: the file's name ends with white space. Take it away; a line may have brought along its end."
              .formatted(shown.strip()));
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw refusal("\"%s\" is no path (%s).".formatted(path, e.getReason()));
    }
  }

  private DatabaseUrlException refusal(String reason) {
    return new DatabaseUrlException("Cannot read the database URL %s: %s".formatted(shown, reason));
  }

  private DatabaseUrl url(String jdbcUrl, @Nullable Path file) {
    String whole = query.isEmpty() ? shown : shown + "?" + query;
    return new DatabaseUrl(DatabaseProduct.SQLITE, jdbcUrl, Map::of, file, shown, whole);
  }
}
