package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was to be written breaks a rule of the schema. Nothing was written. */
public final class ConstraintViolationException extends StorageException {

  /** Which sort of rule was broken. */
  public enum Kind {
    /** A row points to one that is not there, or one that others point to was to go. */
    FOREIGN_KEY("foreign key"),
    /** A value is missing. */
    NOT_NULL("not null"),
    /** A condition of the table does not hold. */
    CHECK("check");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Kind kind;
  private final String table;
  private final List<String> columns;
  private final @Nullable String constraint;

  /**
   * @param table the table whose rule was broken
   * @param columns the columns of the rule; empty when the database does not tell
   * @param constraint the rule's name; null when it has none or the database does not tell
   */
  public ConstraintViolationException(
      Kind kind,
      String table,
      List<String> columns,
      @Nullable String constraint,
      @Nullable Throwable cause) {
    super(message(kind, table, columns, constraint), cause);
    this.kind = kind;
    this.table = requireNonNull(table, "table");
    this.columns = List.copyOf(columns);
    this.constraint = constraint;
  }

  /** Which sort of rule was broken. */
  public Kind kind() {
    return kind;
  }

  /** The table whose rule was broken. */
  public String table() {
    return table;
  }

  /** The columns of the rule; empty when the database does not tell. */
  public List<String> columns() {
    return columns;
  }

  /** The rule's name; absent when it has none or the database does not tell. */
  public Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }

  private static String message(
      Kind kind, String table, List<String> columns, @Nullable String constraint) {
    return "A %s constraint of %s%s%s does not hold; nothing was written. Correct the value or what it points to."
        .formatted(
            kind.words,
            table,
            columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")",
            constraint == null ? "" : ", " + constraint + ",");
  }
}
