package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constraint, or another property, of a column or a table.
 *
 * @param name the token of its name, or null: it has none
 * @param start where it begins, its name included
 * @param end where it ends, exclusive
 * @param columns the columns of a key; empty where the constraint stands at its column, and for a
 *     check
 * @param substance all its tokens
 */
record ConstraintText(
    Kind kind,
    @Nullable Token name,
    int start,
    int end,
    List<String> columns,
    List<Token> substance) {

  /** What can stand at a column or a table. */
  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY,
    NOT_NULL,
    NULL,
    DEFAULT,
    COLLATE,
    GENERATED,
    /** A deferrable clause, or a name with nothing behind it. */
    OTHER
  }

  ConstraintText {
    columns = List.copyOf(columns);
    substance = List.copyOf(substance);
  }

  Optional<String> givenName() {
    return Optional.ofNullable(name).map(TableText::valueOf);
  }

  /** Whether it speaks of the column {@code wanted}. */
  boolean mentions(String wanted) {
    return columns.isEmpty()
        ? substance.stream().anyMatch(token -> TableText.names(token, wanted))
        : columns.stream().anyMatch(wanted::equalsIgnoreCase);
  }
}
