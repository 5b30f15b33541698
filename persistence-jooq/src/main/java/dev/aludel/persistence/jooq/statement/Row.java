package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.StoredText;
import dev.aludel.persistence.jooq.statement.CompiledStatement.TableKeys;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The row that a query is at, read by the generated columns. SQLite keeps whatever was written into
 * a column, of any type: what is not of the column's type is an error here, never a zero.
 */
public final class Row {

  private static final String IS_NULL = "is null";
  private static final String HOLDS_SOMETHING_ELSE = "holds something else";

  /** The driver failed while a row was read; carries the error through code that throws none. */
  static final class ReadFailedException extends RuntimeException {
    private final SQLException failure;

    ReadFailedException(SQLException failure) {
      super(failure);
      this.failure = failure;
    }

    SQLException failure() {
      return failure;
    }
  }

  private final Cells cells;
  private final CompiledQuery<?> query;
  private final @Nullable Object[] values;
  private final String[] places;
  private int next;

  Row(Cells cells, CompiledQuery<?> query, @Nullable Object[] values) {
    this.cells = cells;
    this.query = query;
    this.values = values;
    this.places = query.places();
  }

  /** What the query makes of the row. */
  <T> T read(CompiledQuery<T> query) throws SQLException {
    return cells.row(() -> query.read(this));
  }

  /** The text in a column that is not null. */
  public String text(Column<String> column) {
    String value = nullableText(column);
    if (value == null) {
      throw corrupt(column, IS_NULL, "text");
    }
    return value;
  }

  /** The text in a column. */
  public @Nullable String nullableText(Column<String> column) {
    int position = position(column);
    String given = query.given(position - 1, values);
    try {
      return given != null ? given : cells.text(position);
    } catch (SQLException failure) {
      throw new ReadFailedException(failure);
    }
  }

  /** What a column's text stands for; a text that stands for nothing is an error. */
  public <T> T read(Column<String> column, Function<String, T> meaning) {
    String text = text(column);
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException meaningless) {
      throw corrupt(column, "holds a text without meaning", "another", meaningless);
    }
  }

  /** What a column's text stands for; null when there is none. */
  public <T> @Nullable T readOrNull(Column<String> column, Function<String, T> meaning) {
    return nullableText(column) == null ? null : read(column, meaning);
  }

  /** What a column's bytes stand for; null when there are none. */
  public <T> @Nullable T readBytesOrNull(Column<byte[]> column, Function<byte[], T> meaning) {
    Object value = value(column);
    if (value == null) {
      return null;
    }
    if (!(value instanceof byte[] bytes)) {
      throw corrupt(column, HOLDS_SOMETHING_ELSE, "a sequence of bytes");
    }
    try {
      return meaning.apply(bytes);
    } catch (IllegalArgumentException meaningless) {
      throw corrupt(column, "holds bytes without meaning", "a meaning", meaningless);
    }
  }

  /** The whole number in a column that is not null. */
  public long number(Column<? extends Number> column) {
    Long number = nullableNumber(column);
    if (number == null) {
      throw corrupt(column, IS_NULL, "a whole number");
    }
    return number;
  }

  /** The whole number in a column. */
  public @Nullable Long nullableNumber(Column<? extends Number> column) {
    Object value = value(column);
    if (value == null || isWhole(value)) {
      return value == null ? null : (Long) ((Number) value).longValue();
    }
    throw corrupt(column, HOLDS_SOMETHING_ELSE, "a whole number");
  }

  /** The number with a fraction in a column that is not null. */
  public double real(Column<? extends Number> column) {
    Double number = nullableReal(column);
    if (number == null) {
      throw corrupt(column, IS_NULL, "a number");
    }
    return number;
  }

  /** The number with a fraction in a column. */
  public @Nullable Double nullableReal(Column<? extends Number> column) {
    Object value = value(column);
    if (value == null || value instanceof Double) {
      return (Double) value;
    }
    throw corrupt(column, HOLDS_SOMETHING_ELSE, "a number");
  }

  /** The truth value in a column that is not null; SQLite has 0 and 1 for it. */
  public boolean flag(Column<Boolean> column) {
    Object value = value(column);
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Number number && isWhole(number) && (number.longValue() | 1) == 1) {
      return number.longValue() == 1;
    }
    throw corrupt(column, value == null ? IS_NULL : HOLDS_SOMETHING_ELSE, "true or false");
  }

  /** The time in a column of milliseconds since 1970 that is not null. */
  public Instant time(Column<Long> column) {
    return Instant.ofEpochMilli(number(column));
  }

  /** The time in a column of milliseconds since 1970. */
  public @Nullable Instant nullableTime(Column<Long> column) {
    Long milliseconds = nullableNumber(column);
    return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
  }

  /** The whole number of 32 bits in a column. */
  public @Nullable Integer nullableInteger(Column<? extends Number> column) {
    Long number = nullableNumber(column);
    if (number == null) {
      return null;
    }
    if (number.intValue() != number) {
      throw corrupt(column, "holds " + number, "a whole number of 32 bits");
    }
    return number.intValue();
  }

  /** The number of single precision in a column, to which SQLite's double is cut. */
  public @Nullable Float nullableSingle(Column<? extends Number> column) {
    Object value = value(column);
    if (value == null || value instanceof Float || value instanceof Double) {
      return value == null ? null : (Float) ((Number) value).floatValue();
    }
    throw corrupt(column, HOLDS_SOMETHING_ELSE, "a number");
  }

  /** Which of the values a column's text stands for; an unknown text is an error that shows it. */
  public <E extends StoredText> E oneOf(Column<String> column, E[] values) {
    String text = text(column);
    for (E value : values) {
      if (value.stored().equals(text)) {
        return value;
      }
    }
    String known = Stream.of(values).map(StoredText::stored).collect(Collectors.joining(", "));
    throw corrupt(column, "holds \"" + text + "\"", "one of " + known);
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof Integer;
  }

  private @Nullable Object value(Column<?> column) {
    return value(column.place());
  }

  private @Nullable Object value(String place) {
    try {
      return cells.value(position(place));
    } catch (SQLException failure) {
      throw new ReadFailedException(failure);
    }
  }

  private int position(Column<?> column) {
    return position(column.place());
  }

  // Columns are nearly always read in the order in which they are selected, by the same text.
  @SuppressWarnings({"ReferenceEquality", "StringEquality"})
  private int position(String place) {
    if (next >= places.length || places[next] != place) {
      next = indexOf(place);
    }
    return ++next;
  }

  private int indexOf(String place) {
    for (int index = 0; index < places.length; index++) {
      if (places[index].equals(place)) {
        return index;
      }
    }
    throw new IllegalArgumentException("The query does not select " + place + ".");
  }

  private CorruptStorageException corrupt(Column<?> column, String found, String expected) {
    return corrupt(column, found, expected, null);
  }

  private CorruptStorageException corrupt(
      Column<?> column, String found, String expected, @Nullable Throwable cause) {
    return new CorruptStorageException(
        "%s%s %s, where %s is expected. Correct the row in the database."
            .formatted(column.place(), inRow(column), found, expected),
        cause);
  }

  private String inRow(Column<?> column) {
    TableKeys table = query.statement().table();
    if (!column.place().startsWith(table.table() + ".")
        || table.key().isEmpty()
        || !List.of(places).containsAll(table.key())) {
      return "";
    }
    return table.key().stream()
        .map(place -> place.substring(place.indexOf('.') + 1) + " \"" + value(place) + "\"")
        .collect(Collectors.joining(", ", " of the row with ", ""));
  }
}
