package dev.aludel.migrations.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a URL says of one thing.
 *
 * @param name as it is written; decoded
 * @param shown how messages call it: its name, unless that may be a part of a password
 * @param value decoded; never shown
 */
record UrlParameter(String name, String shown, String value) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,40}");

  /** One that stands in front of the "?", under the name that it has behind it. */
  static UrlParameter inFront(String name, String value) {
    return new UrlParameter(name, '"' + name + '"', value);
  }

  /**
   * One that stands in a file.
   *
   * @param place the file and the line
   */
  static UrlParameter inFile(String name, String value, String place) {
    return new UrlParameter(name, "\"%s\" (%s)".formatted(name, place), value);
  }

  /** One that a variable of the environment stands for. */
  static UrlParameter inVariable(String variable, String name, String value) {
    return new UrlParameter(name, variable, value);
  }

  UrlParameter withValue(String other) {
    return new UrlParameter(name, shown, other);
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "UrlParameter[%s]".formatted(shown);
  }

  /**
   * Reads what stands behind the "?".
   *
   * @throws DatabaseUrlException if that is no list of names and values
   */
  static List<UrlParameter> read(String query, UnaryOperator<String> decode) {
    List<UrlParameter> parameters = new ArrayList<>();
    boolean behindSecret = false;
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String written = equals < 0 ? pair : pair.substring(0, equals);
      if (pair.isEmpty()) {
        continue;
      }
      String name = decode.apply(written);
      String shown =
          behindSecret || !NAME.matcher(name).matches()
              ? "number " + (parameters.size() + 1)
              : '"' + name + '"';
      if (equals <= 0) {
        throw DatabaseUrlException.because(
            "the parameter %s behind \"?\" has no value. Write name=value, with & between two; & in a value is %%26."
                .formatted("number " + (parameters.size() + 1)));
      }
      behindSecret |= isSecret(name);
      parameters.add(new UrlParameter(name, shown, decode.apply(pair.substring(equals + 1))));
    }
    return parameters;
  }

  private static boolean isSecret(String name) {
    return name.toLowerCase(Locale.ROOT).contains("pass");
  }
}
