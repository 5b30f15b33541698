package dev.aludel.migrations.database;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What somebody says of a connection to PostgreSQL, in libpq's names or the driver's. */
final class PostgresParameters {
  /** What libpq writes where the driver writes something else. */
  private static final Map<String, Map<String, String>> OTHER_VALUES =
      Map.of(
          "tcpKeepAlive", Map.of("1", "true", "0", "false"),
          "loadBalanceHosts", Map.of("random", "true", "disable", "false"),
          "targetServerType",
              Map.of(
                  "read-write", "primary",
                  "read-only", "secondary",
                  "standby", "secondary",
                  "prefer-standby", "preferSecondary"));

  private PostgresParameters() {}

  /**
   * What {@code given} says, by one name for each thing and in the driver's values.
   *
   * @throws DatabaseUrlException if one is unknown, is not taken, or says a thing again
   */
  static Map<String, String> of(List<UrlParameter> given) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, UrlParameter> first = new HashMap<>();
    for (UrlParameter parameter : given) {
      String name = PostgresParameterList.ALL.nameOf(parameter);
      UrlParameter inDriversWords = parameter.withValue(driverValue(name, parameter.value()));
      String value = PostgresParameterList.ALL.check(inDriversWords);
      UrlParameter before = first.putIfAbsent(name, parameter);
      if (before != null) {
        throw twice(before.shown(), parameter.shown());
      }
      values.put(name, value);
    }
    refuseContradictions(values);
    return values;
  }

  private static String driverValue(String name, String value) {
    return OTHER_VALUES
        .getOrDefault(name, Map.of())
        .getOrDefault(value.toLowerCase(Locale.ROOT), value);
  }

  private static void refuseContradictions(Map<String, String> values) {
    if (values.containsKey("ssl") && values.containsKey("sslmode")) {
      throw twice("\"ssl\"", "\"sslmode\"");
    }
    if (values.containsKey("currentSchema")
        && values.getOrDefault("options", "").contains("search_path")) {
      throw twice("\"currentSchema\"", "\"options\"");
    }
  }

  private static DatabaseUrlException twice(String one, String other) {
    return DatabaseUrlException.because(
        one.equals(other)
            ? "it says %s twice. Leave one out.".formatted(one)
            : "%s and %s say the same thing. Leave one out.".formatted(one, other));
  }
}
