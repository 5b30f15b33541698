package dev.aludel.migrations.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes a URL of PostgreSQL apart, in SQLAlchemy's form, which is libpq's too, or in JDBC's. */
final class PostgresText {
  private static final String ENCODE =
      "Encode %, @, /, ?, # and : in user, password and name as %25, %40, %2F, %3F, %23 and %3A.";

  private static final Pattern USER_AND_PASSWORD = Pattern.compile("(?s)[^:/?]*:.*");

  private PostgresText() {}

  /**
   * What it says, front and parameters, by libpq's names.
   *
   * @param rest what stands behind {@code postgresql://}
   */
  static List<UrlParameter> read(String rest) {
    int end = end(rest, "/?");
    int at = rest.lastIndexOf('@');
    if (at <= end) {
      return read(rest.substring(0, at + 1), rest.substring(at + 1));
    }
    // An @ behind the first / or ?: it is a password's, or a parameter's.
    boolean inPassword = USER_AND_PASSWORD.matcher(rest.substring(0, at)).matches();
    int before = rest.lastIndexOf('@', end);
    boolean asPassword = inPassword && reads(rest.substring(0, at + 1), rest.substring(at + 1));
    boolean asParameter = reads(rest.substring(0, before + 1), rest.substring(before + 1));
    if (asPassword && asParameter) {
      throw DatabaseUrlException.because(
          "it can be read in two ways: with an @ in the password, and with an @ behind the host. "
              + ENCODE);
    }
    return asPassword
        ? read(rest.substring(0, at + 1), rest.substring(at + 1))
        : read(rest.substring(0, before + 1), rest.substring(before + 1));
  }

  private static boolean reads(String credentials, String address) {
    try {
      read(credentials, address);
      return true;
    } catch (DatabaseUrlException e) {
      return false;
    }
  }

  /**
   * @param credentials with the @ behind them; may be empty
   */
  private static List<UrlParameter> read(String credentials, String address) {
    List<UrlParameter> parameters = new ArrayList<>();
    if (!credentials.isEmpty()) {
      int colon = credentials.indexOf(':');
      int last = credentials.length() - 1;
      add(parameters, "user", Percent.decode(credentials.substring(0, colon < 0 ? last : colon)));
      add(
          parameters,
          "password",
          colon < 0 ? "" : Percent.decode(credentials.substring(colon + 1, last)));
    }
    int end = end(address, "/?");
    int query = end(address, "?");
    addHosts(parameters, address.substring(0, end), Percent::decode);
    String name = end < query ? address.substring(end + 1, query) : "";
    if (name.contains("@")) {
      throw DatabaseUrlException.because("an @ stands in the name of the database. " + ENCODE);
    }
    add(parameters, "dbname", Percent.decode(name));
    addQuery(parameters, address.substring(query), Percent::decode);
    return parameters;
  }

  /**
   * The same in JDBC's form.
   *
   * @param rest what stands behind {@code jdbc:postgresql:}
   */
  static List<UrlParameter> readJdbc(String rest) {
    int query = end(rest, "?");
    String front = rest.substring(0, query);
    if (front.contains("@") || (rest.contains("@") && isNoAddress(front))) {
      throw DatabaseUrlException.because(
          "in JDBC's form no user and no password stand before the host. Write jdbc:postgresql://host:5432/name?user=...&password=..., or postgresql://user:password@host:5432/name.");
    }
    List<UrlParameter> parameters = new ArrayList<>();
    boolean hasHosts = front.startsWith("//");
    int end = hasHosts ? 2 + end(front.substring(2), "/") : 0;
    if (hasHosts) {
      addHosts(parameters, front.substring(2, end), Percent::decodeForm);
    }
    add(parameters, "dbname", Percent.decodeForm(front.substring(end).replaceFirst("^/", "")));
    addQuery(parameters, rest.substring(query), Percent::decodeForm);
    return parameters;
  }

  private static boolean isNoAddress(String front) {
    try {
      readJdbc(front);
      return false;
    } catch (DatabaseUrlException e) {
      return true;
    }
  }

  private static void addHosts(
      List<UrlParameter> parameters, String hosts, UnaryOperator<String> decode) {
    List<String> names = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String host : hosts.split(",", -1)) {
      int colon = host.lastIndexOf(':');
      boolean hasPort = colon > host.lastIndexOf(']');
      if (hasPort && host.indexOf(':') < colon && !host.startsWith("[")) {
        throw DatabaseUrlException.because(
            "an address of IPv6 stands in brackets: [::1]. A user and a password end with @, before the host.");
      }
      String name = decode.apply(hasPort ? host.substring(0, colon) : host);
      String port = hasPort ? host.substring(colon + 1) : "";
      PostgresHost.written(name, port); // what is no host shows which of two readings is meant
      names.add(name);
      ports.add(port);
    }
    add(parameters, "host", hosts.isEmpty() ? "" : String.join(",", names));
    boolean anyPort = ports.stream().anyMatch(port -> !port.isEmpty());
    add(parameters, "port", anyPort ? String.join(",", ports) : "");
  }

  private static void addQuery(
      List<UrlParameter> parameters, String query, UnaryOperator<String> decode) {
    if (!query.isEmpty()) {
      parameters.addAll(UrlParameter.read(query.substring(1), decode));
    }
  }

  private static void add(List<UrlParameter> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.add(UrlParameter.inFront(name, value));
    }
  }

  /** Where the first of {@code characters} stands; the length if none does. */
  private static int end(String text, String characters) {
    int end = 0;
    while (end < text.length() && characters.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
