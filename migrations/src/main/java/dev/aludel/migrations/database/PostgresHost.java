package dev.aludel.migrations.database;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where one server is.
 *
 * @param name a name, an address, that of IPv6 without brackets, or the folder of a Unix socket
 * @param port empty for the usual one
 */
record PostgresHost(String name, String port) {
  static final String USUAL_PORT = "5432";

  private static final String LOCAL = "localhost";
  private static final int LAST_PORT = 65_535;
  private static final Pattern NAME = Pattern.compile("[^\\s,:/?#@\\[\\]\"'\\\\]+");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[\\w.-]+)?");

  PostgresHost {
    if (!name.startsWith("/") && !NAME.matcher(name).matches() && !IPV6.matcher(name).matches()) {
      throw DatabaseUrlException.because(
          "a host is a name, an address, or the folder of a Unix socket, which begins with /; its port stands behind a colon in front of \"?\", or in the parameter port.");
    }
    if (!port.isEmpty() && !isPort(port)) {
      throw DatabaseUrlException.because(
          "a port is a number from 1 to %d, and another text stands in its place. A user and a password end with @, before the host."
              .formatted(LAST_PORT));
    }
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,9}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= LAST_PORT;
  }

  /**
   * Those of a list, as libpq reads it: several are separated by commas, and one port is that of
   * all.
   *
   * @param names empty for this machine
   * @param ports empty for the usual one
   */
  static List<PostgresHost> of(String names, String ports) {
    List<String> each = List.of(names.split(",", -1));
    List<String> numbers = List.of(ports.split(",", -1));
    if (numbers.size() != 1 && numbers.size() != each.size()) {
      throw DatabaseUrlException.because(
          "it names %d hosts and %d ports. Name one port, or one for each host."
              .formatted(each.size(), numbers.size()));
    }
    List<PostgresHost> hosts = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      hosts.add(written(each.get(i), numbers.get(numbers.size() == 1 ? 0 : i)));
    }
    if (hosts.size() > 1 && hosts.stream().anyMatch(PostgresHost::isSocket)) {
      throw DatabaseUrlException.because(
          "a Unix socket is one of several hosts, which PostgreSQL's driver for Java cannot do. Name the socket alone.");
    }
    return List.copyOf(hosts);
  }

  /**
   * One as it is written.
   *
   * @param name empty for this machine; an address of IPv6 may have its brackets
   */
  static PostgresHost written(String name, String port) {
    return new PostgresHost(name.isEmpty() ? LOCAL : name.replaceAll("^\\[(.*)]$", "$1"), port);
  }

  boolean isSocket() {
    return name.startsWith("/");
  }

  /** The socket's file. */
  String socketFile() {
    return "%s/.s.PGSQL.%s".formatted(name, portOrUsual());
  }

  String portOrUsual() {
    return port.isEmpty() ? USUAL_PORT : port;
  }

  /** How a password file calls it. */
  String nameInPasswordFile() {
    return name.equals("/tmp")
            || name.equals("/var/run/postgresql")
            || name.equals("/run/postgresql")
        ? LOCAL
        : name;
  }

  /** How it stands in a URL. */
  @Override
  public String toString() {
    String host = isSocket() ? LOCAL : name.indexOf(':') < 0 ? name : "[" + name + "]";
    return port.isEmpty() ? host : host + ":" + port;
  }
}
