package dev.aludel.test;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server, who connects to it, and the database that is there from the beginning. */
record ServerAddress(
    String host, int port, String user, String password, String database, String query) {

  private static final Pattern URL =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?://"
              + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
              + "(?<host>\\[[^\\]]+\\]|[^:/?@\\[\\]]+)(?::(?<port>\\d{1,5}))?"
              + "(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

  /**
   * Reads the URL in SQLAlchemy's form or in JDBC's, where user and password are parameters. What
   * is absent is {@code postgres}, the port 5432.
   */
  static ServerAddress parse(String url) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      throw new PostgresUnavailableException(PostgresUnavailableException.unreadableUrl(), null);
    }
    String user = decoded(matcher.group("user"));
    String password = decoded(matcher.group("password"));
    StringBuilder query = new StringBuilder();
    for (String parameter : orElse(matcher.group("query"), "").split("&", -1)) {
      if (parameter.startsWith("user=")) {
        user = decoded(parameter.substring("user=".length()));
      } else if (parameter.startsWith("password=")) {
        password = decoded(parameter.substring("password=".length()));
      } else if (!parameter.isEmpty()) {
        query.append('&').append(parameter);
      }
    }
    return new ServerAddress(
        matcher.group("host"),
        Integer.parseInt(orElse(matcher.group("port"), "5432")),
        orElse(user, "postgres"),
        orElse(password, "postgres"),
        orElse(decoded(matcher.group("database")), "postgres"),
        query.toString());
  }

  ServerAddress at(String newHost, int newPort) {
    return new ServerAddress(newHost, newPort, user, password, database, query);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s%s"
        .formatted(host, port, encoded(database), encoded(user), encoded(password), query);
  }

  String url(String database) {
    return "postgresql://%s:%s@%s:%d/%s%s"
        .formatted(
            encoded(user),
            encoded(password),
            host,
            port,
            encoded(database),
            query.isEmpty() ? "" : "?" + query.substring(1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static @Nullable String decoded(@Nullable String text) {
    return text == null || text.isEmpty()
        ? null
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
