package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableWriter;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** SQLite, version 3.53 or newer. */
public final class SqliteDialect extends Dialect {
  private static final String NESTED_TRANSACTION = "within a transaction";

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.SQLITE;
  }

  @Override
  protected TableWriter tables(ScriptStatement statement) {
    return new SqliteTableWriter(statement);
  }

  @Override
  public String beginStatement() {
    return "begin immediate";
  }

  // The driver tells nobody whether SQLite's own auto-commit is off. A second begin does: SQLite
  // refuses it inside a transaction before it does anything.
  @Override
  public boolean isInTransaction(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin");
      statement.execute("rollback");
      return false;
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains(NESTED_TRANSACTION)) {
        return true;
      }
      throw e;
    }
  }

  @Override
  public Setting enforceForeignKeys(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma foreign_keys")) {
      int before = row.next() ? row.getInt(1) : 0;
      setForeignKeys(connection, 1);
      return later -> setForeignKeys(later, before);
    }
  }

  private static void setForeignKeys(Connection connection, int value) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma foreign_keys = " + value);
    }
  }

  @Override
  public boolean hasTable(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from sqlite_schema where type in ('table', 'view') and name = ? collate nocase")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public List<String> primaryKey(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select name from pragma_table_info(?) where pk > 0 order by pk")) {
      query.setString(1, table);
      return firstColumn(query);
    }
  }

  @Override
  public void rehearse(Connection connection, List<TranslatedStatement> statements)
      throws SQLException {
    Rehearsal.of(connection, statements);
  }
}
