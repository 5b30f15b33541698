package dev.aludel.migrations.dialect;

import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.SQLException;

/** One database's way: how it writes what portable SQL says, and how its transactions go. */
public abstract class Dialect {

  /** The database that this is the dialect of. */
  public abstract DatabaseProduct product();

  /**
   * Begins the translation of a run.
   *
   * @param connection a connection to the database; its schema is read and nothing is changed
   */
  public abstract Translation translation(Connection connection) throws SQLException;

  /** The oldest version that Aludel writes for. */
  public abstract DatabaseVersion oldestVersion();

  /**
   * Begins the translation of a run on a database that is empty and that nobody can be asked about.
   *
   * @param version what the database can do; no less than {@link #oldestVersion()}
   */
  public abstract Translation translationForEmpty(DatabaseVersion version) throws SQLException;

  /** {@code name} as the database takes it, whatever characters are in it. */
  public final String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** {@code text} as a literal. */
  public final String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The statement that opens a transaction which nothing but a lock can make fail. */
  public abstract String beginStatement();

  /** Whether a transaction is open on {@code connection}, whatever its statements did. */
  public abstract boolean isInTransaction(Connection connection) throws SQLException;

  /** Remembers the settings of a connection that a run changes; returns the way back to them. */
  public abstract Setting takeOver(Connection connection) throws SQLException;

  /** Has foreign keys enforced, or not, in the transactions that begin from now on. */
  public abstract void switchForeignKeys(Connection connection, ForeignKeys foreignKeys)
      throws SQLException;

  /** Settings of a connection as they were found. */
  @FunctionalInterface
  public interface Setting {
    void restore(Connection connection) throws SQLException;
  }

  /** Whether a table or view of this name is found without naming a schema. */
  public abstract boolean hasTable(Connection connection, String name) throws SQLException;
}
