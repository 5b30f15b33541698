package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.StoredText;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * The row that a query is at, read by the generated fields. SQLite keeps whatever was written into
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
  private final Field<?>[] fields;
  private int next;

  Row(Cells cells, CompiledQuery<?> query, @Nullable Object[] values) {
    this.cells = cells;
    this.query = query;
    this.values = values;
    this.fields = query.fields();
  }

  /** What the query makes of the row. */
  <T> T read(CompiledQuery<T> query) throws SQLException {
    return cells.row(() -> query.read(this));
  }

  /** The text in a column that is not null. */
  public String text(Field<String> field) {
    String value = nullableText(field);
    if (value == null) {
      throw corrupt(field, IS_NULL, "text");
    }
    return value;
  }

  /** The text in a column. */
  public @Nullable String nullableText(Field<String> field) {
    int position = position(field);
    String given = query.given(position - 1, values);
    try {
      return given != null ? given : cells.text(position);
    } catch (SQLException failure) {
      throw new ReadFailedException(failure);
    }
  }

  /** What a column's text stands for; a text that stands for nothing is an error. */
  public <T> T read(Field<String> field, Function<String, T> meaning) {
    String text = text(field);
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException meaningless) {
      throw corrupt(field, "holds a text without meaning", "another", meaningless);
    }
  }

  /** What a column's text stands for; null when there is none. */
  public <T> @Nullable T readOrNull(Field<String> field, Function<String, T> meaning) {
    return nullableText(field) == null ? null : read(field, meaning);
  }

  /** What a column's bytes stand for; null when there are none. */
  public <T> @Nullable T readBytesOrNull(Field<byte[]> field, Function<byte[], T> meaning) {
    Object value = value(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof byte[] bytes)) {
      throw corrupt(field, HOLDS_SOMETHING_ELSE, "a sequence of bytes");
    }
    try {
      return meaning.apply(bytes);
    } catch (IllegalArgumentException meaningless) {
      throw corrupt(field, "holds bytes without meaning", "a meaning", meaningless);
    }
  }

  /** The whole number in a column that is not null. */
  public long number(Field<? extends Number> field) {
    Long number = nullableNumber(field);
    if (number == null) {
      throw corrupt(field, IS_NULL, "a whole number");
    }
    return number;
  }

  /** The whole number in a column. */
  public @Nullable Long nullableNumber(Field<? extends Number> field) {
    Object value = value(field);
    if (value == null || isWhole(value)) {
      return value == null ? null : (Long) ((Number) value).longValue();
    }
    throw corrupt(field, HOLDS_SOMETHING_ELSE, "a whole number");
  }

  /** The number with a fraction in a column that is not null. */
  public double real(Field<? extends Number> field) {
    Double number = nullableReal(field);
    if (number == null) {
      throw corrupt(field, IS_NULL, "a number");
    }
    return number;
  }

  /** The number with a fraction in a column. */
  public @Nullable Double nullableReal(Field<? extends Number> field) {
    Object value = value(field);
    if (value == null || value instanceof Double) {
      return (Double) value;
    }
    throw corrupt(field, HOLDS_SOMETHING_ELSE, "a number");
  }

  /** The truth value in a column that is not null; SQLite has 0 and 1 for it. */
  public boolean flag(Field<Boolean> field) {
    Object value = value(field);
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Number number && isWhole(number) && (number.longValue() | 1) == 1) {
      return number.longValue() == 1;
    }
    throw corrupt(field, value == null ? IS_NULL : HOLDS_SOMETHING_ELSE, "true or false");
  }

  /** The time in a column of milliseconds since 1970 that is not null. */
  public Instant time(Field<Long> field) {
    return Instant.ofEpochMilli(number(field));
  }

  /** The time in a column of milliseconds since 1970. */
  public @Nullable Instant nullableTime(Field<Long> field) {
    Long milliseconds = nullableNumber(field);
    return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
  }

  /** The whole number of 32 bits in a column. */
  public @Nullable Integer nullableInteger(Field<? extends Number> field) {
    Long number = nullableNumber(field);
    if (number == null) {
      return null;
    }
    if (number.intValue() != number) {
      throw corrupt(field, "holds " + number, "a whole number of 32 bits");
    }
    return number.intValue();
  }

  /** The number of single precision in a column, to which SQLite's double is cut. */
  public @Nullable Float nullableSingle(Field<? extends Number> field) {
    Object value = value(field);
    if (value == null || value instanceof Float || value instanceof Double) {
      return value == null ? null : (Float) ((Number) value).floatValue();
    }
    throw corrupt(field, HOLDS_SOMETHING_ELSE, "a number");
  }

  /** Which of the values a column's text stands for; an unknown text is an error that shows it. */
  public <E extends StoredText> E oneOf(Field<String> field, E[] values) {
    String text = text(field);
    for (E value : values) {
      if (value.stored().equals(text)) {
        return value;
      }
    }
    String known = Stream.of(values).map(StoredText::stored).collect(Collectors.joining(", "));
    throw corrupt(field, "holds \"" + text + "\"", "one of " + known);
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof Integer;
  }

  private @Nullable Object value(Field<?> field) {
    try {
      return cells.value(position(field));
    } catch (SQLException failure) {
      throw new ReadFailedException(failure);
    }
  }

  private int position(Field<?> field) {
    // Fields are nearly always read in the order in which they are selected.
    if (next >= fields.length || fields[next] != field) {
      next = indexOf(field);
    }
    return ++next;
  }

  private int indexOf(Field<?> field) {
    for (int index = 0; index < fields.length; index++) {
      if (fields[index] == field) {
        return index;
      }
    }
    throw new IllegalArgumentException("The query does not select " + field + ".");
  }

  private CorruptStorageException corrupt(Field<?> field, String found, String expected) {
    return corrupt(field, found, expected, null);
  }

  private CorruptStorageException corrupt(
      Field<?> field, String found, String expected, @Nullable Throwable cause) {
    return new CorruptStorageException(
        "%s%s %s, where %s is expected. Correct the row in the database."
            .formatted(StatementCompiler.place(field), inRow(field), found, expected),
        cause);
  }

  private String inRow(Field<?> field) {
    Table<?> table = field instanceof TableField<?, ?> column ? column.getTable() : null;
    UniqueKey<?> key = table == null ? null : table.getPrimaryKey();
    if (key == null || !List.of(fields).containsAll(key.getFields())) {
      return "";
    }
    return key.getFields().stream()
        .map(part -> part.getName() + " \"" + value(part) + "\"")
        .reduce((one, other) -> one + ", " + other)
        .map(id -> " of the row with " + id)
        .orElse("");
  }
}
