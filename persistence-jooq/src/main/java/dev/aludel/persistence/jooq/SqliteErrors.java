package dev.aludel.persistence.jooq;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.ConstraintViolationException.Kind;
import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.SchemaNotCurrentException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean; its driver knows no SQLState. */
final class SqliteErrors implements ErrorTranslator {

  private static final Pattern CONSTRAINT =
      Pattern.compile("constraint failed: (?<what>.+?)\\)?$", Pattern.DOTALL);
  private static final Pattern WRONG_SCHEMA =
      Pattern.compile("no such (table|column)|has no column named");
  private static final int PRIMARY_CODE = 0xff;

  private final String database;

  /**
   * @param database what messages call it
   */
  SqliteErrors(String database) {
    this.database = database;
  }

  @Override
  public StorageException translate(SQLException error, Place place) {
    SQLException told = error.getNextException() == null ? error : error.getNextException();
    if (!(told instanceof SQLiteException sqlite)) {
      return unavailable(told, place, "no code");
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    return switch (SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> busy(sqlite, place);
      case SQLITE_CONSTRAINT -> constraint(sqlite, place);
      case SQLITE_INTERRUPT -> timedOut(sqlite, place);
      case SQLITE_TOOBIG, SQLITE_MISMATCH -> notStorable(sqlite, place);
      case SQLITE_CORRUPT, SQLITE_NOTADB -> corrupt(sqlite, place);
      case SQLITE_ERROR ->
          WRONG_SCHEMA.matcher(message(sqlite)).find()
              ? otherSchema(sqlite, place)
              : unavailable(sqlite, place, code.name());
      default -> unavailable(sqlite, place, code.name());
    };
  }

  private StorageException constraint(SQLiteException error, Place place) {
    return switch (error.getResultCode()) {
      case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID ->
          new ConflictException(table(error, place), columns(error), error);
      case SQLITE_CONSTRAINT_NOTNULL ->
          violation(Kind.NOT_NULL, table(error, place), columns(error), null, error);
      // SQLite does not tell which foreign key: all that the table has are named.
      case SQLITE_CONSTRAINT_FOREIGNKEY ->
          violation(Kind.FOREIGN_KEY, place.table(), place.references(), null, error);
      default -> violation(Kind.CHECK, place.table(), List.of(), what(error).orElse(null), error);
    };
  }

  private static ConstraintViolationException violation(
      Kind kind,
      String table,
      List<String> columns,
      @Nullable String constraint,
      SQLException error) {
    return new ConstraintViolationException(kind, table, columns, constraint, error);
  }

  private StorageException busy(SQLException error, Place place) {
    return new TransientStorageException(
        "Another process holds the lock of %s longer than the busy timeout; nothing was written to %s. Try again, or raise the busy timeout."
            .formatted(database, place.table()),
        error);
  }

  private StorageException timedOut(SQLException error, Place place) {
    return new StorageTimeoutException(
        "A statement on %s ran longer than the statement timeout and was stopped; the transaction on %s was rolled back. Ask for less, or raise the statement timeout."
            .formatted(place.table(), database),
        error);
  }

  private static StorageException notStorable(SQLException error, Place place) {
    return new ValueNotStorableException(
        place.table(),
        "It is larger than SQLite can hold, or not of the column's type. Shorten or correct it.",
        error);
  }

  private StorageException corrupt(SQLException error, Place place) {
    return new CorruptStorageException(
        "SQLite cannot read %s (%s): the file is damaged or no database. Restore it from a backup, or name another file."
            .formatted(database, place.table()),
        error);
  }

  private StorageException otherSchema(SQLException error, Place place) {
    return new SchemaNotCurrentException(
        "%s in %s is missing or has other columns than this version of Aludel works with. Run \"aludel upgrade heads\"."
            .formatted(place.table(), database),
        error);
  }

  private StorageException unavailable(SQLException error, Place place, String code) {
    return new StorageUnavailableException(
        "SQLite could not work on %s in %s (%s). See the cause; check that the file is there, that its folder can be written, and that the disk has room."
            .formatted(place.table(), database, code),
        error);
  }

  private static Optional<String> what(SQLException error) {
    Matcher matcher = CONSTRAINT.matcher(message(error));
    return matcher.find() ? Optional.of(matcher.group("what")) : Optional.empty();
  }

  // "sessions.user_id, sessions.name"; an index on expressions has no columns: "index 'name'".
  private static List<String> columns(SQLException error) {
    return what(error).stream()
        .filter(what -> !what.startsWith("index "))
        .flatMap(what -> Stream.of(what.split(", ", -1)))
        .map(column -> column.substring(column.indexOf('.') + 1))
        .toList();
  }

  private static String table(SQLException error, Place place) {
    return what(error)
        .filter(what -> what.indexOf('.') > 0)
        .map(what -> what.substring(0, what.indexOf('.')))
        .orElse(place.table());
  }

  private static String message(SQLException error) {
    return String.valueOf(error.getMessage());
  }
}
