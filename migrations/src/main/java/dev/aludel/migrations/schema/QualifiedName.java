package dev.aludel.migrations.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a table, with its schema if the script gives one.
 *
 * @param parts outermost first; one at least
 */
public record QualifiedName(List<Identifier> parts) {

  public QualifiedName {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a name has one part at least");
    }
  }

  /** As SQL. */
  @Override
  public String toString() {
    return parts.stream().map(Identifier::written).collect(Collectors.joining("."));
  }
}
