package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A URL of a PostgreSQL database, with what psql adds to it: a connection service, then the
 * variables of the environment, then a password file.
 *
 * @see <a href="https://www.postgresql.org/docs/17/libpq-envars.html">The variables</a>
 */
final class PostgresUrl {
  /** The variables that stand for a parameter which the URL leaves out. */
  static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("PGHOST", "host"),
          Map.entry("PGPORT", "port"),
          Map.entry("PGDATABASE", "dbname"),
          Map.entry("PGUSER", "user"),
          Map.entry("PGPASSWORD", "password"),
          Map.entry("PGPASSFILE", "passfile"),
          Map.entry("PGOPTIONS", "options"),
          Map.entry("PGAPPNAME", "application_name"),
          Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
          Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
          Map.entry("PGSSLMODE", "sslmode"),
          Map.entry("PGSSLCERT", "sslcert"),
          Map.entry("PGSSLKEY", "sslkey"),
          Map.entry("PGSSLROOTCERT", "sslrootcert"));

  /** The names of PostgreSQL's own parameters that make one decision. */
  private static final Map<String, String> SAME_DECISION = Map.of("sslmode", "ssl");

  private static final Pattern LOST_PASSWORD =
      Pattern.compile("pass\\w*\\s*=", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> values;
  private final List<PostgresHost> hosts;
  private final Surroundings surroundings;

  private PostgresUrl(Map<String, String> values, Surroundings surroundings) {
    this.values = values;
    this.surroundings = surroundings;
    this.hosts = PostgresHost.of(value("host"), value("port"));
  }

  /** Reads one in SQLAlchemy's form, from behind its {@code ://} on. */
  static DatabaseUrl of(String rest, Surroundings surroundings) {
    return of(PostgresText.read(rest), surroundings);
  }

  /** Reads one in JDBC's form, from behind {@code jdbc:postgresql:} on. */
  static DatabaseUrl ofJdbc(String rest, Surroundings surroundings) {
    return of(PostgresText.readJdbc(rest), surroundings);
  }

  private static DatabaseUrl of(List<UrlParameter> written, Surroundings surroundings) {
    Map<String, String> values = new TreeMap<>(PostgresParameters.of(written));
    refuseLostPassword(values);
    addGivenPassword(values, surroundings);
    addService(values, surroundings);
    addVariables(values, surroundings);
    PostgresUrl url = new PostgresUrl(values, surroundings);
    return new DatabaseUrl(
        DatabaseProduct.POSTGRESQL, url.jdbcUrl(), url::properties, null, url.shown(), url.whole());
  }

  // It would be shown, or be told to a server.
  private static void refuseLostPassword(Map<String, String> values) {
    for (String name : List.of("user", "host", "dbname")) {
      if (LOST_PASSWORD.matcher(values.getOrDefault(name, "")).find()) {
        throw DatabaseUrlException.because(
            "a password stands in what would be %s. Parameters begin behind \"?\", with & between two."
                .formatted(name));
      }
    }
    if (values.getOrDefault("user", "").contains(":")) {
      throw DatabaseUrlException.because(
          "the user's name holds a colon. The one between user and password is written as it is, not as %3A.");
    }
  }

  private static void addGivenPassword(Map<String, String> values, Surroundings surroundings) {
    surroundings
        .password()
        .ifPresent(
            password -> {
              if (values.put("password", password) != null) {
                throw DatabaseUrlException.because(
                    "it holds a password, and another one is given. Leave one out.");
              }
            });
  }

  private static void addService(Map<String, String> values, Surroundings surroundings) {
    Optional<String> file = Optional.ofNullable(values.remove("servicefile"));
    Optional.ofNullable(values.remove("service"))
        .or(() -> surroundings.variable("PGSERVICE"))
        .ifPresent(
            service ->
                ServiceFile.read(service, file, surroundings)
                    .forEach((name, value) -> addIfLeftOut(values, name, value)));
  }

  private static void addVariables(Map<String, String> values, Surroundings surroundings) {
    VARIABLES.forEach(
        (variable, name) ->
            surroundings
                .variable(variable)
                .map(value -> UrlParameter.inVariable(variable, name, value))
                .ifPresent(
                    parameter ->
                        PostgresParameters.of(List.of(parameter))
                            .forEach((key, value) -> addIfLeftOut(values, key, value))));
  }

  private static void addIfLeftOut(Map<String, String> values, String name, String value) {
    boolean decided =
        SAME_DECISION.containsKey(name) && values.containsKey(SAME_DECISION.get(name));
    if (!decided) {
      values.putIfAbsent(name, value);
    }
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://%s/%s".formatted(addresses(), Percent.encode(value("dbname")));
  }

  private String addresses() {
    return String.join(",", hosts.stream().map(PostgresHost::toString).toList());
  }

  private String shown() {
    String user = value("user");
    String credentials =
        user.isEmpty() ? "" : user + (values.containsKey("password") ? ":***" : "") + "@";
    PostgresHost host = hosts.get(0);
    return host.isSocket()
        ? "postgresql://%s/%s?host=%s%s"
            .formatted(
                credentials,
                value("dbname"),
                host.name(),
                host.port().isEmpty() ? "" : "&port=" + host.port())
        : "postgresql://%s%s/%s".formatted(credentials, addresses(), value("dbname"));
  }

  /** All of it as one URL, the password included. */
  private String whole() {
    StringBuilder whole = new StringBuilder("postgresql:///");
    values.forEach(
        (name, value) ->
            whole
                .append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(Percent.encode(name))
                .append('=')
                .append(Percent.encode(value)));
    return whole.toString();
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>(values);
    List.of("host", "port", "dbname", "passfile", "client_encoding").forEach(properties::remove);
    if (hosts.get(0).isSocket()) {
      properties.putAll(PostgresSocket.properties(hosts.get(0)));
    }
    // As libpq: where a certificate is named, it counts.
    if (values.containsKey("sslrootcert") && value("sslmode").equals("require")) {
      properties.put("sslmode", "verify-ca");
    }
    // An empty one keeps the driver from looking for a password in its own way.
    properties.computeIfAbsent("password", name -> passwords().password(hosts).orElse(""));
    return properties;
  }

  private PostgresPasswords passwords() {
    return new PostgresPasswords(
        value("user"), value("dbname"), Optional.ofNullable(values.get("passfile")), surroundings);
  }
}
