package dev.aludel.migrations.dialect;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.script.ScriptStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a database runs it.
 *
 * @param origin the statement of the script that it comes from
 * @param purpose what it is for
 * @param complaint for a guard: what a row of its answer means, to be followed by the rows; empty
 *     otherwise
 * @param copy the same in pieces, for a statement that copies the rows of a table; null otherwise
 */
public record TranslatedStatement(
    String sql, ScriptStatement origin, Purpose purpose, String complaint, @Nullable RowCopy copy) {

  /** What a statement is for. */
  public enum Purpose {
    /** It changes the database. */
    CHANGE,
    /** It asks whether the database may be changed: its answer must have no row. */
    GUARD,
    /** It asks what the next one does without its script saying so: a sentence in each row. */
    NOTE
  }

  public TranslatedStatement {
    requireNonNull(sql, "sql");
    requireNonNull(origin, "origin");
    requireNonNull(purpose, "purpose");
    requireNonNull(complaint, "complaint");
  }

  /** A statement that changes the database. */
  public static TranslatedStatement change(String sql, ScriptStatement origin) {
    return new TranslatedStatement(sql, origin, Purpose.CHANGE, "", null);
  }

  /** A statement that copies the rows of a table, and the way to do it in pieces. */
  public static TranslatedStatement copy(String sql, RowCopy copy, ScriptStatement origin) {
    return new TranslatedStatement(sql, origin, Purpose.CHANGE, "", copy);
  }

  /** A query, of one column of text, that must have no row. */
  public static TranslatedStatement guard(String sql, ScriptStatement origin, String complaint) {
    return new TranslatedStatement(sql, origin, Purpose.GUARD, complaint, null);
  }

  /** A query, of one column of text, whose rows are sentences for people. */
  public static TranslatedStatement note(String sql, ScriptStatement origin) {
    return new TranslatedStatement(sql, origin, Purpose.NOTE, "", null);
  }
}
