package dev.aludel.migrations.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param defaultExpression the default, or null: there is none
 * @param constraints those that stand at the column itself
 */
public record Column(
    Identifier name,
    DataType type,
    Nullability nullability,
    Generation generation,
    @Nullable Expression defaultExpression,
    List<Constraint> constraints) {

  /** Whether a column takes nulls. */
  public enum Nullability {
    NULLABLE,
    NOT_NULL
  }

  /** Who gives a column its value when an insert does not. */
  public enum Generation {
    NONE,
    /** The database counts on, unless the insert gives a value. */
    IDENTITY
  }

  public Column {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(nullability, "nullability");
    requireNonNull(generation, "generation");
    constraints = List.copyOf(constraints);
  }

  public Optional<Expression> defaultValue() {
    return Optional.ofNullable(defaultExpression);
  }
}
