package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was to be written has the key of something that is there already. Nothing was written. */
public final class ConflictException extends StorageException {

  private final String table;
  private final List<String> columns;

  /**
   * @param table the table that holds the key
   * @param columns the key's columns in their order; empty when the database does not tell
   */
  public ConflictException(String table, List<String> columns, @Nullable Throwable cause) {
    super(
        "%s holds a row with the same key%s already; nothing was written. Use update or upsert, or another key."
            .formatted(
                requireNonNull(table, "table"),
                columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")"),
        cause);
    this.table = table;
    this.columns = List.copyOf(columns);
  }

  /** The table that holds the key. */
  public String table() {
    return table;
  }

  /** The key's columns in their order; empty when the database does not tell. */
  public List<String> columns() {
    return columns;
  }
}
