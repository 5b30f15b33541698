package dev.aludel.persistence.jooq.statement;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of the row that a result is at, read by their position, from 1. What a driver takes
 * for a cell weighs as much as finding the row, so each database gives them in its cheapest way.
 */
public interface Cells {

  /** The value as text. */
  @Nullable String text(int position) throws SQLException;

  /**
   * The value as it is: a {@code Long} or {@code Integer}, {@code Double} or {@code Float}, {@code
   * Boolean}, {@code String}, {@code byte[]}, or another type of the database.
   */
  @Nullable Object value(int position) throws SQLException;

  /** What is read from the row; cells are read inside of it alone. */
  default <T> T row(Supplier<T> reading) throws SQLException {
    return reading.get();
  }
}
