package dev.aludel.migrations.database;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All parameters that URLs of one database know: a closed list, so that none is passed over.
 *
 * @param database whose they are
 * @param otherNames further names, each with the one that the thing has in this list
 * @param taken what has an effect, with its values
 * @param refused what others know under this name and is not taken, with the reason and the remedy
 */
record ParameterList(
    String database,
    Map<String, String> otherNames,
    Map<String, ParameterValues> taken,
    Map<String, String> refused) {

  /** The one name that the thing has in this list. */
  String nameOf(UrlParameter parameter) {
    return otherNames.getOrDefault(parameter.name(), parameter.name());
  }

  /**
   * Refuses a parameter that has no effect, and a value that it does not take.
   *
   * @return its value as the driver spells it
   */
  String check(UrlParameter parameter) {
    String name = nameOf(parameter);
    String reason = refused.get(name);
    if (reason != null) {
      throw DatabaseUrlException.because(
          "the parameter %s is not taken: %s".formatted(parameter.shown(), reason));
    }
    ParameterValues values = taken.get(name);
    if (values == null) {
      throw unknown(parameter);
    }
    if (!values.taken().test(parameter.value())) {
      throw DatabaseUrlException.because(
          "the parameter %s has a value that it does not take: it is %s."
              .formatted(parameter.shown(), values.described()));
    }
    if (parameter.value().indexOf(0) >= 0) {
      throw DatabaseUrlException.because(
          "the parameter %s holds the character with the number zero, which no database takes."
              .formatted(parameter.shown()));
    }
    return values.spelling().apply(parameter.value());
  }

  private DatabaseUrlException unknown(UrlParameter parameter) {
    boolean hidden = !parameter.shown().contains(parameter.name());
    // A name that may be a part of a secret is shown only as a slip in a long name of this list.
    Optional<String> nearest =
        hidden
            ? NearestName.slip(parameter.name(), names())
            : NearestName.to(parameter.name(), names());
    String shown = hidden && nearest.isPresent() ? '"' + parameter.name() + '"' : parameter.shown();
    return DatabaseUrlException.because(
        "%s has no parameter %s. %s"
            .formatted(
                database,
                shown,
                nearest
                    .map("Did you mean \"%s\"?"::formatted)
                    .orElse(
                        "Leave it out; & in a value is written as %26, and docs/parameters.md lists them all.")));
  }

  /** All names that are taken, in their order. */
  Set<String> names() {
    TreeSet<String> names = new TreeSet<>(taken.keySet());
    names.addAll(otherNames.keySet());
    return names;
  }
}
