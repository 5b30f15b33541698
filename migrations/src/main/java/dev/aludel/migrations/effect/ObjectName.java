package dev.aludel.migrations.effect;

import static java.util.Objects.requireNonNull;

/**
 * The name of an object as its database compares names: without quotes, and in small letters where
 * case does not count there.
 *
 * @param schema as written before the name; empty where nothing is
 * @param name the object's own part; empty where the statement gives none
 */
public record ObjectName(String schema, String name) {
  /** No object. */
  public static final ObjectName NONE = new ObjectName("", "");

  public ObjectName {
    requireNonNull(schema, "schema");
    requireNonNull(name, "name");
  }

  public boolean isNone() {
    return name.isEmpty();
  }

  /** For people, {@code schema.name} or {@code name}. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
