package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.TableText.Span;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constraint, or another property, of a column or a table.
 *
 * @param name the token of its name, or null: it has none
 * @param span where it is, its name included
 * @param columns the columns of a key; empty where the constraint stands at its column, and for a
 *     check
 * @param substance all its tokens
 */
record ConstraintText(
    Kind kind, @Nullable Token name, Span span, List<String> columns, List<Token> substance) {

  /** What can stand at a column or a table. */
  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY,
    /** A deferrable clause apart from the foreign key that it is about, the last one before it. */
    DEFERRABLE,
    NOT_NULL,
    NULL,
    DEFAULT,
    COLLATE,
    GENERATED,
    /** A name with nothing behind it. */
    OTHER
  }

  ConstraintText {
    columns = List.copyOf(columns);
    substance = List.copyOf(substance);
  }

  Optional<String> givenName() {
    return Optional.ofNullable(name).map(TableText::valueOf);
  }

  /** Its words, without the place where they stand. */
  List<String> words() {
    return substance.stream().map(Token::text).toList();
  }
}
