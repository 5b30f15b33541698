package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** URLs of PostgreSQL databases. */
final class PostgresUrl {
  // The user and the password end at the last @: an @ in a password needs no encoding.
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:(?<user>[^:]*)(?::(?<password>.*))?@)?"
              + "(?<host>\\[[^\\]]+\\]|[^:/?@\\[\\]]*)(?::(?<port>[^/?@]*))?"
              + "(?:/(?<database>[^?@]*))?(?:\\?(?<query>[^@]*))?",
          Pattern.DOTALL);

  private static final Pattern JDBC_SECRET =
      Pattern.compile("(?<=[?&])(password|sslpassword)=[^&]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern JDBC_AUTHORITY_SECRET =
      Pattern.compile("(jdbc:postgresql://[^:/?]*):[^?]*@");

  // One for each host. Where the driver cannot read it, it does not say so.
  private static final Pattern JDBC_PORT =
      Pattern.compile("(?<=^jdbc:postgresql://[^/?]{0,1000}):(\\d{1,9})(?=[,/?]|$)");

  private static final int LAST_PORT = 65_535;

  /** The names that libpq and SQLAlchemy use, where the JDBC driver has another. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "target_session_attrs", "targetServerType");

  private PostgresUrl() {}

  static DatabaseUrl of(String rest) {
    Matcher parts = AUTHORITY.matcher(rest);
    if (!parts.matches()) {
      throw new DatabaseUrlException(
          "Cannot read the database URL: what follows postgresql:// is not user:password@host:port/name. Encode %, @, /, ? and : in the user and the name as %25, %40, %2F, %3F and %3A.");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    String user = part(parts, "user");
    String database = part(parts, "database");
    putIfPresent(properties, "user", user);
    putIfPresent(properties, "password", part(parts, "password"));
    readQuery(parts.group("query"), properties);
    String host = part(parts, "host").isEmpty() ? "localhost" : part(parts, "host");
    String address = host + port(part(parts, "port"));
    String shownUser =
        user.isEmpty() ? "" : user + (parts.group("password") == null ? "" : ":***") + "@";
    return new DatabaseUrl(
        DatabaseProduct.POSTGRESQL,
        "jdbc:postgresql://" + address + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8),
        properties,
        null,
        "postgresql://" + shownUser + address + "/" + database);
  }

  static DatabaseUrl ofJdbc(String url) {
    JDBC_PORT
        .matcher(url)
        .results()
        .map(port -> port.group(1))
        .forEach(PostgresUrl::refuseOutOfRange);
    String shown =
        JDBC_AUTHORITY_SECRET
            .matcher(JDBC_SECRET.matcher(url).replaceAll("$1=***"))
            .replaceFirst("$1:***@");
    return new DatabaseUrl(DatabaseProduct.POSTGRESQL, url, Map.of(), null, shown);
  }

  private static String port(String port) {
    if (!port.isEmpty() && !port.matches("\\d{1,9}")) {
      throw new DatabaseUrlException(
          "Cannot read the database URL: what stands behind the colon of the host is no port number. A user and a password end with @, before the host.");
    }
    refuseOutOfRange(port);
    return port.isEmpty() ? "" : ":" + port;
  }

  private static void refuseOutOfRange(String port) {
    if (!port.isEmpty() && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > LAST_PORT)) {
      throw new DatabaseUrlException(
          "Cannot read the database URL: there is no port %s. A port is a number from 1 to %d."
              .formatted(port, LAST_PORT));
    }
  }

  private static String part(Matcher parts, String name) {
    String value = parts.group(name);
    return value == null ? "" : Percent.decode(value);
  }

  private static void readQuery(@Nullable String query, Map<String, String> properties) {
    if (query == null) {
      return;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = Percent.decode(pair.substring(0, equals));
        properties.put(
            DRIVER_NAMES.getOrDefault(name, name), Percent.decode(pair.substring(equals + 1)));
      }
    }
  }

  private static void putIfPresent(Map<String, String> properties, String name, String value) {
    if (!value.isEmpty()) {
      properties.put(name, value);
    }
  }
}
