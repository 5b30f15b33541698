package dev.aludel.migrations.schema;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A name as a script writes it.
 *
 * @param written with its double quotes, if it has them
 */
public record Identifier(String written) {

  public Identifier {
    requireNonNull(written, "written");
  }

  /** What the name means: without quotes; folded to lower case where it has none. */
  public String value() {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return written;
  }
}
