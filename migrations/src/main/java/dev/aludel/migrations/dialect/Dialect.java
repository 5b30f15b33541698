package dev.aludel.migrations.dialect;

import dev.aludel.migrations.operation.AlterTable;
import dev.aludel.migrations.operation.CreateTable;
import dev.aludel.migrations.operation.TableGrammar;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One database's way: how it writes what portable SQL says, and how its transactions go. */
public abstract class Dialect {

  /** The database that this is the dialect of. */
  public abstract DatabaseProduct product();

  /**
   * What the database runs for {@code statement}, in order; one statement at least.
   *
   * @throws ScriptException if the statement is portable in form and not in content
   */
  public final List<String> translate(ScriptStatement statement) {
    if (statement.form() == Form.VERBATIM) {
      return List.of(statement.text());
    }
    Optional<CreateTable> createTable = TableGrammar.createTable(statement);
    if (createTable.isPresent()) {
      return tables(statement).create(createTable.get());
    }
    Optional<AlterTable> alterTable = TableGrammar.alterTable(statement);
    if (alterTable.isPresent()) {
      return tables(statement).alter(alterTable.get());
    }
    return List.of(new PortableSql(statement, product()).statement());
  }

  /**
   * The writer of statements on tables; it reports what it refuses at its place in {@code
   * statement}.
   */
  protected abstract TableWriter tables(ScriptStatement statement);

  /** {@code name} as the database takes it, whatever characters are in it. */
  public final String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The statement that opens a transaction which nothing but a lock can make fail. */
  public abstract String beginStatement();

  /** Whether a transaction is open on {@code connection}, whatever its statements did. */
  public abstract boolean isInTransaction(Connection connection) throws SQLException;

  /** Has foreign keys enforced; returns the way back to how it was. */
  public abstract Setting enforceForeignKeys(Connection connection) throws SQLException;

  /** A setting of a connection as it was found. */
  @FunctionalInterface
  public interface Setting {
    void restore(Connection connection) throws SQLException;
  }

  /** Whether a table or view of this name is found without naming a schema. */
  public abstract boolean hasTable(Connection connection, String name) throws SQLException;

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

  /** The columns of the primary key of a table found so; none if it has none, or is a view. */
  public abstract List<String> primaryKey(Connection connection, String table) throws SQLException;

  /**
   * Tries the statements on a scratch copy of the schema, where the database allows that cheaply.
   *
   * @throws ScriptException if one of the portable statements does not compile; nothing has run
   */
  public abstract void rehearse(Connection connection, List<TranslatedStatement> statements)
      throws SQLException;
}
