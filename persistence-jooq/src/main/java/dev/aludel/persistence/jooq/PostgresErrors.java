package dev.aludel.persistence.jooq;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.ConstraintViolationException.Kind;
import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.OutcomeUnknownException;
import dev.aludel.domain.SchemaNotCurrentException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's SQLStates mean. */
final class PostgresErrors implements ErrorTranslator {

  // "Key (document_id, name)=(...) already exists.", in whatever language; values are not read.
  private static final Pattern KEY_COLUMNS = Pattern.compile("\\((?<columns>[^=]*)\\)=\\(");

  // The driver's own word for a connection that it knew to be closed before it sent anything.
  private static final String NOT_SENT = "08003";

  private static final String NOTICE_CLASS = "00";

  private static final Set<String> OVERTAKEN = Set.of("40001", "40P01");

  private final String database;

  /**
   * @param database what messages call it
   */
  PostgresErrors(String database) {
    this.database = database;
  }

  /** What became of the server's session after an error. */
  enum SessionState {
    ALIVE,
    ENDED
  }

  @Override
  public StorageException translate(SQLException error, Place place) {
    SQLException told = error.getNextException() == null ? error : error.getNextException();
    String state = String.valueOf(told.getSQLState());
    return switch (state) {
      case "23505", "23P01" -> conflict(told, place);
      case "23503" -> violation(Kind.FOREIGN_KEY, told, place, place.references());
      case "23502" -> violation(Kind.NOT_NULL, told, place, column(told));
      case "23514" -> violation(Kind.CHECK, told, place, List.of());
      case "40001", "40P01", "55P03" -> conflicted(told, place, state);
      case "57014" -> timedOut(told, place);
      case "57P01", "57P02", "57P03" -> connectionLost(told, place);
      case "42P01", "42703" -> otherSchema(told, place);
      case "26000", "42P05" -> preparedElsewhere(told, state);
      case "25006" -> takesNoWrites(database, told);
      default -> byClass(told, place, state);
    };
  }

  /**
   * What an error of a commit means: an answer of a session that lives on is definite, as is what
   * was never sent. A session that ended leaves it open, even when it said why (57P01): PostgreSQL
   * may end one between a commit and its answer.
   */
  StorageException translateCommit(SQLException error, SessionState after) {
    boolean answered = answer(error).isPresent() && after == SessionState.ALIVE;
    if (answered || NOT_SENT.equals(error.getSQLState())) {
      return translate(error, Place.DATABASE);
    }
    return new OutcomeUnknownException(
        "The connection to %s was lost after the commit was sent and before it was confirmed: all of the transaction is stored, or nothing. Read before writing it again."
            .formatted(database),
        error);
  }

  /**
   * Looks at what a commit came back with. A commit that waits for a standby and is stopped, by a
   * time-out too, is answered as done, with a warning; that it is stored on this server alone is
   * not what was asked for.
   *
   * @param warning the first, if there are any; a notice is none
   */
  void requireConfirmed(@Nullable SQLWarning warning) {
    for (SQLWarning told = warning; told != null; told = told.getNextWarning()) {
      if (!String.valueOf(told.getSQLState()).startsWith(NOTICE_CLASS)) {
        throw new OutcomeUnknownException(
            "The commit on %s came back with a warning (SQLState %s): the transaction is stored there, and perhaps not on the standby that it had to wait for, which may take over without it. Read before writing it again."
                .formatted(database, told.getSQLState()),
            told);
      }
    }
  }

  /** A standby, or a server whose transactions are for reading. */
  static StorageUnavailableException takesNoWrites(String database, @Nullable SQLException error) {
    return new StorageUnavailableException(
        "The server of %s takes no writes (SQLState 25006): is it a standby? Connect to the one that does."
            .formatted(database),
        error);
  }

  /** Serialization failures and deadlocks are another transaction's doing. */
  static Repetition.Reason reason(TransientStorageException failure) {
    return failure.getCause() instanceof SQLException error
            && OVERTAKEN.contains(String.valueOf(error.getSQLState()))
        ? Repetition.Reason.ANOTHER_TRANSACTION
        : Repetition.Reason.ELSE;
  }

  /**
   * The server cannot be reached or refuses the connection; or the thread does not want to wait.
   */
  StorageException noConnection(SQLException error) {
    if (error.getCause() instanceof InterruptedException) {
      return new StorageTimeoutException(
          "The thread was interrupted while it waited for a connection to %s; nothing was done."
              .formatted(database),
          error);
    }
    Throwable reason = error.getCause() == null ? error : error.getCause();
    return new StorageUnavailableException(
        "Cannot get a connection to %s: %s. Check that the server runs, host, port, name and rights."
            .formatted(database, withoutLastStop(String.valueOf(reason.getMessage()))),
        error);
  }

  /** As {@link #noConnection}, when others use all connections; a time-out has no cause then. */
  StorageException noFreeConnection(SQLException error) {
    return error.getCause() != null
        ? noConnection(error)
        : new StorageTimeoutException(
            "Waited for a connection to %s, and others still use them all. Make blocks shorter, or raise the pool size or the connection timeout."
                .formatted(database),
            error);
  }

  private StorageException byClass(SQLException error, Place place, String state) {
    return switch (state.length() == 5 ? state.substring(0, 2) : "") {
      case "08" -> connectionLost(error, place);
      case "22" ->
          new ValueNotStorableException(
              place.table(),
              "PostgreSQL refused it (SQLState %s). Shorten or correct it.".formatted(state),
              error);
      case "XX" ->
          new CorruptStorageException(
              "PostgreSQL found damage while it worked on %s in %s (SQLState %s). See the server's log."
                  .formatted(place.table(), database, state),
              error);
      default ->
          new StorageUnavailableException(
              "PostgreSQL could not work on %s in %s (SQLState %s). See the cause; check rights and the server's log."
                  .formatted(place.table(), database, state),
              error);
    };
  }

  private static StorageException conflict(SQLException error, Place place) {
    return new ConflictException(table(error, place), keyColumns(error), error);
  }

  private static StorageException violation(
      Kind kind, SQLException error, Place place, List<String> fallback) {
    List<String> columns = kind == Kind.FOREIGN_KEY ? keyColumns(error) : fallback;
    return new ConstraintViolationException(
        kind,
        table(error, place),
        columns.isEmpty() ? fallback : columns,
        answer(error).map(ServerErrorMessage::getConstraint).orElse(null),
        error);
  }

  private StorageException conflicted(SQLException error, Place place, String state) {
    return new TransientStorageException(
        "Another transaction changed or holds what this one wanted to write to %s in %s (SQLState %s); nothing was written. Try again."
            .formatted(place.table(), database, state),
        error);
  }

  private StorageException connectionLost(SQLException error, Place place) {
    return new TransientStorageException(
        "The connection to %s was lost while it worked on %s, before the commit; nothing was written. Try again."
            .formatted(database, place.table()),
        error);
  }

  // All prepared statements here are the driver's own.
  private StorageException preparedElsewhere(SQLException error, String state) {
    return new StorageUnavailableException(
        "A statement that was prepared for %s is in another session of the server than the one that answered (SQLState %s), as behind a pooler with transaction pooling. Add prepareThreshold=0 to the URL, or name the server itself or a pooler in session mode."
            .formatted(database, state),
        error);
  }

  private StorageException timedOut(SQLException error, Place place) {
    return new StorageTimeoutException(
        "A statement on %s ran longer than the statement timeout and was stopped; the transaction on %s was rolled back. Ask for less, or raise the statement timeout."
            .formatted(place.table(), database),
        error);
  }

  private StorageException otherSchema(SQLException error, Place place) {
    return new SchemaNotCurrentException(
        "%s in %s is missing or has other columns than this version of Aludel works with. Run \"aludel upgrade heads\"."
            .formatted(place.table(), database),
        error);
  }

  private static List<String> column(SQLException error) {
    return answer(error).map(ServerErrorMessage::getColumn).stream().toList();
  }

  private static List<String> keyColumns(SQLException error) {
    return answer(error)
        .map(ServerErrorMessage::getDetail)
        .map(KEY_COLUMNS::matcher)
        .filter(Matcher::find)
        .stream()
        .flatMap(matcher -> Stream.of(matcher.group("columns").split(", ", -1)))
        .toList();
  }

  private static String table(SQLException error, Place place) {
    return answer(error).map(ServerErrorMessage::getTable).orElse(place.table());
  }

  private static Optional<ServerErrorMessage> answer(SQLException error) {
    @Nullable ServerErrorMessage message =
        error instanceof PSQLException server ? server.getServerErrorMessage() : null;
    return Optional.ofNullable(message);
  }

  private static String withoutLastStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
