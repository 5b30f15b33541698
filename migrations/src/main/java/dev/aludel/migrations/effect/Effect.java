package dev.aludel.migrations.effect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/** One thing that a statement does. A statement that only asks has none. */
public sealed interface Effect {

  /** Where the clause that does it begins, in UTF-16 units from the start of the statement. */
  int offset();

  /** Whether the statement is content with an object that is there (or is not there) already. */
  enum Presence {
    /** It fails then. */
    REQUIRED,
    /** {@code if exists} or {@code if not exists}. */
    IF_SO
  }

  /** How long an object lasts. */
  enum Lifetime {
    PERMANENT,
    /** It goes with the session. */
    TEMPORARY;

    static final Set<String> TEMPORARY_WORDS = Set.of("temp", "temporary");
  }

  /**
   * Makes an object.
   *
   * @param table for an index or a trigger, the table that it is on; none otherwise
   */
  record Creates(
      ObjectKind kind,
      ObjectName name,
      ObjectName table,
      Lifetime lifetime,
      Presence presence,
      int offset)
      implements Effect {}

  /** Drops an object. */
  record Drops(ObjectKind kind, ObjectName name, Presence presence, int offset) implements Effect {}

  /**
   * Gives an object another name, or moves it into another schema.
   *
   * @param newName with the schema that the statement writes for it
   */
  record Renames(ObjectKind kind, ObjectName name, ObjectName newName, int offset)
      implements Effect {}

  /** What is altered in an object. */
  enum Change {
    DROP_COLUMN,
    RENAME_COLUMN,
    /** It gives a column another type, default or the like, and leaves it where it is. */
    ALTER_COLUMN,
    OTHER
  }

  /**
   * Alters an object under its name: one for each action.
   *
   * @param column the column that is dropped, renamed or altered; empty otherwise
   */
  record Alters(ObjectKind kind, ObjectName name, Change change, String column, int offset)
      implements Effect {
    public Alters {
      requireNonNull(column, "column");
    }
  }

  /** What an insert does with a row whose key is there already. */
  enum Conflict {
    /** It fails, leaves it out, or updates the row; an update is an effect of its own. */
    KEEPS,
    /** It deletes the row that is there: {@code replace} of SQLite. */
    REPLACES
  }

  /** Adds rows to a table; {@code copy ... from} too. */
  record Inserts(ObjectName table, Conflict conflict, int offset) implements Effect {}

  /**
   * Changes rows of a table.
   *
   * @param columns the columns that are assigned to, as the database compares names
   * @param conflict what becomes of a row that has the new key already
   */
  record Updates(ObjectName table, List<String> columns, Conflict conflict, int offset)
      implements Effect {
    public Updates {
      columns = List.copyOf(columns);
    }
  }

  /** Deletes rows of a table; {@code truncate} deletes all. */
  record Deletes(ObjectName table, int offset) implements Effect {}

  /**
   * A pragma of SQLite.
   *
   * @param schema as written; empty where it is not
   * @param name in small letters
   * @param value what is set or handed over, without quotes, in small letters; empty where the
   *     pragma is only asked
   */
  record Pragma(String schema, String name, String value, int offset) implements Effect {}

  /** Attaches a database to the connection (SQLite); the name is empty where it is no constant. */
  record Attaches(String schema, int offset) implements Effect {}

  /** Detaches a database from the connection (SQLite). */
  record Detaches(String schema, int offset) implements Effect {}

  /** What of a session of PostgreSQL is changed. */
  enum SessionPart {
    /** A parameter: {@code set}, {@code reset} and {@code set_config}; {@code all} names all. */
    SETTING,
    ROLE,
    AUTHORIZATION,
    /** {@code set transaction} and {@code set session characteristics}. */
    TRANSACTION_MODE,
    /** {@code set constraints}. */
    CONSTRAINTS,
    LISTENER,
    PREPARED_STATEMENT,
    CURSOR,
    ADVISORY_LOCK,
    /** {@code discard}; the name says what. */
    DISCARD,
    /** {@code load} of a library. */
    LIBRARY
  }

  /** How long a change of a session lasts. */
  enum Scope {
    TRANSACTION,
    SESSION
  }

  /**
   * Changes the session (PostgreSQL).
   *
   * @param name of what is changed; empty where it has none, or is no constant
   * @param value as written; empty where it is reset, or there is none
   */
  record ChangesSession(SessionPart part, String name, String value, Scope scope, int offset)
      implements Effect {}

  /** Makes, drops or renews an index beside writers, which a transaction does not allow. */
  record WorksConcurrently(int offset) implements Effect {}

  /**
   * Tends the database without changing what is in it: {@code vacuum}, {@code analyze}, {@code
   * reindex}, {@code cluster}, {@code checkpoint}, {@code refresh}.
   *
   * @param word which, in small letters
   */
  record Maintains(String word, int offset) implements Effect {}

  /**
   * Begins, ends or marks a transaction; {@code insert or rollback} may end one too.
   *
   * @param word its first word, in small letters
   */
  record ControlsTransaction(String word, int offset) implements Effect {}

  /**
   * Does what this reading does not tell: {@code do}, {@code call}, {@code execute}, {@code grant}.
   *
   * @param word its first word, in small letters
   */
  record Unknown(String word, int offset) implements Effect {}
}
