package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.CorruptStorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.function.Function;
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

  private final ResultSet results;
  private final IdentityHashMap<Field<?>, Integer> positions;

  Row(ResultSet results, IdentityHashMap<Field<?>, Integer> positions) {
    this.results = results;
    this.positions = positions;
  }

  /** The text in a column that is not null. */
  public String text(Field<String> field) {
    String value = nullableText(field);
    if (value == null) {
      throw corrupt(field, "is null", "text");
    }
    return value;
  }

  /** The text in a column. */
  public @Nullable String nullableText(Field<String> field) {
    try {
      return results.getString(position(field));
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

  /** The whole number in a column that is not null. */
  public long number(Field<? extends Number> field) {
    Object value = value(field);
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw corrupt(field, value == null ? "is null" : "holds something else", "a whole number");
  }

  /** The time in a column of milliseconds since 1970 that is not null. */
  public Instant time(Field<Long> field) {
    return Instant.ofEpochMilli(number(field));
  }

  private @Nullable Object value(Field<?> field) {
    try {
      return results.getObject(position(field));
    } catch (SQLException failure) {
      throw new ReadFailedException(failure);
    }
  }

  private int position(Field<?> field) {
    return Objects.requireNonNull(positions.get(field), "the query does not select the field");
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
    if (key == null || !positions.keySet().containsAll(key.getFields())) {
      return "";
    }
    return key.getFields().stream()
        .map(part -> part.getName() + " \"" + value(part) + "\"")
        .reduce((one, other) -> one + ", " + other)
        .map(id -> " of the row with " + id)
        .orElse("");
  }
}
