package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was to be written meets something that is there already: its key, or what somebody else
 * wrote first. Nothing was written.
 */
public non-sealed class ConflictException extends StorageException {

  private final String table;
  private final List<String> columns;

  /**
   * @param table the table that holds the key
   * @param columns the key's columns in their order; empty when the database does not tell
   */
  public ConflictException(String table, List<String> columns, @Nullable Throwable cause) {
    super(
        "%s holds a row with the same key%s already; nothing was written. %s"
            .formatted(
                requireNonNull(table, "table"),
                columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")",
                ConflictAdvice.of(table, columns)),
        cause);
    this.table = table;
    this.columns = List.copyOf(columns);
  }

  /**
   * For conflicts of a port's own.
   *
   * @param message what happened to which named thing and what to do, in whole sentences
   */
  protected ConflictException(String message, String table, List<String> columns) {
    super(requireNonNull(message, "message"), null);
    this.table = requireNonNull(table, "table");
    this.columns = List.copyOf(columns);
  }

  /** The table that holds the key. */
  public final String table() {
    return table;
  }

  /** The key's columns in their order; empty when the database does not tell. */
  public final List<String> columns() {
    return columns;
  }
}
