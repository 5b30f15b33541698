package dev.aludel.migrations.dialect;

import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.effect.UnseenCall;
import dev.aludel.migrations.sql.CopyInput;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One database's way: how it writes what portable SQL says, and how its transactions go. */
public abstract class Dialect {

  /** The database that this is the dialect of. */
  public abstract DatabaseProduct product();

  /**
   * Begins the translation of a run.
   *
   * @param connection a connection to the database; its schema is read and nothing is changed
   * @param foreignKeys how they are kept at least; a step that needs it has them guarded
   */
  public abstract Translation translation(Connection connection, ForeignKeys foreignKeys)
      throws SQLException;

  /** The oldest version that Aludel writes for. */
  public abstract DatabaseVersion oldestVersion();

  /**
   * Begins the translation of a run on a database that is empty and that nobody can be asked about.
   *
   * @param version what the database can do; no less than {@link #oldestVersion()}
   * @param foreignKeys how they are kept at least; a step that needs it has them guarded
   */
  public abstract Translation translationForEmpty(DatabaseVersion version, ForeignKeys foreignKeys)
      throws SQLException;

  /** {@code name} as the database takes it, whatever characters are in it. */
  public final String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The name of a table as statements take it, whatever characters are in it. */
  public final String quoted(TableName name) {
    return quoted(name.schema()) + "." + quoted(name.table());
  }

  /** {@code text} as a literal. */
  public final String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * Whether one statement of the driver, prepared or not, may hold several of the database, with a
   * semicolon between them, which go there in one message.
   */
  public abstract boolean takesSeveralStatements();

  /**
   * The data that {@code sql} has with it, for a statement that the driver wants apart from them.
   */
  public Optional<CopyInput> copyInput(String sql) {
    return Optional.empty();
  }

  /**
   * Runs a statement with its data.
   *
   * @throws CopyDataException if a line of them is wrong
   */
  public void copy(Connection connection, CopyInput copy) throws SQLException {
    throw new IllegalStateException("%s has no data apart".formatted(product().title()));
  }

  /**
   * What opens a transaction, in one message to the database.
   *
   * @param lockTimeout how long its statements wait for a lock on a table
   */
  public abstract String beginStatement(Duration lockTimeout);

  /**
   * What says, inside a transaction, how long its statements wait for a lock on a table; empty
   * where they wait for none.
   */
  public abstract Optional<String> limitStatement(Duration lockTimeout);

  /**
   * What opens a transaction that only reads; empty where reading waits for no lock on a table.
   *
   * @param lockTimeout how long its statements wait for a lock on a table
   */
  public abstract Optional<String> beginReading(Duration lockTimeout);

  /** What an error is about. */
  public abstract Trouble troubleOf(SQLException e);

  /**
   * As {@link #troubleOf(SQLException)}; may ask the session, in which no transaction is open, what
   * the error does not tell.
   */
  public Trouble troubleOf(SQLException e, Connection connection) throws SQLException {
    return troubleOf(e);
  }

  /** Ends the statement that another thread runs on {@code connection}, if one does. */
  public abstract void cancel(Connection connection) throws SQLException;

  /** Whether an error says that a statement names a column which is not there. */
  public abstract boolean lacksColumn(SQLException e);

  /** What tells the session of {@code connection} from others of its server, while it lasts. */
  public abstract String sessionOf(Connection connection) throws SQLException;

  /**
   * Whether the server still works for a session, whose own connection may be lost.
   *
   * @param connection another one
   */
  public abstract boolean isAlive(Connection connection, String session) throws SQLException;

  /** What the catalog says of the index that a statement makes or drops. */
  public abstract IndexStatement.Found findIndex(Connection connection, IndexStatement statement)
      throws SQLException;

  /**
   * The indexes, as SQL can name them, that {@code statement} left behind when it was broken off:
   * of its own making, invalid, and in nobody's use.
   */
  public abstract List<String> leftoversOf(Connection connection, String statement)
      throws SQLException;

  /** Whether a transaction is open on {@code connection}, whatever its statements did. */
  public abstract boolean isInTransaction(Connection connection) throws SQLException;

  /** Remembers the settings of a connection that a run changes; returns the way back to them. */
  public abstract Setting takeOver(Connection connection) throws SQLException;

  /**
   * Which calls of functions a database makes that no statement names, and of which nobody knows
   * what they do to the session.
   */
  public Set<UnseenCall> unseenCalls(Connection connection) throws SQLException {
    return Set.of();
  }

  /**
   * Remembers what the session of {@code connection} holds, outside a transaction.
   *
   * @param statements what may change it from now on
   */
  public abstract RememberedSession remember(Connection connection, Collection<String> statements)
      throws SQLException;

  /** Has foreign keys enforced, or not, in the transactions that begin from now on. */
  public abstract void switchForeignKeys(Connection connection, ForeignKeys foreignKeys)
      throws SQLException;

  /** Settings of a connection as they were found. */
  @FunctionalInterface
  public interface Setting {
    void restore(Connection connection) throws SQLException;
  }

  /** The schema in which a table is made that is named without one; empty if there is none. */
  public abstract Optional<String> firstSchema(Connection connection) throws SQLException;

  /** The schemas in which a table is looked for that is named without one, as a setting says. */
  public abstract String searchPath(Connection connection) throws SQLException;

  /** Whether there is a schema of exactly this name. */
  public abstract boolean hasSchema(Connection connection, String name) throws SQLException;

  /** Whether there is a table or view of this name. */
  public abstract boolean hasTable(Connection connection, TableName name) throws SQLException;

  /** How many characters a column takes; {@link Integer#MAX_VALUE} where nothing limits it. */
  public abstract int width(Connection connection, TableName table, String column)
      throws SQLException;

  /** The first column of all rows. */
  protected static List<String> firstColumn(PreparedStatement query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return List.copyOf(values);
  }

  /** The columns of the primary key of a table; none if it has none, or is a view. */
  public abstract List<String> primaryKey(Connection connection, TableName table)
      throws SQLException;
}
