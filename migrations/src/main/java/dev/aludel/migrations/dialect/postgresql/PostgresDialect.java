package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableWriter;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** PostgreSQL, version 14 or newer. */
public final class PostgresDialect extends Dialect {

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.POSTGRESQL;
  }

  @Override
  protected TableWriter tables(ScriptStatement statement) {
    return new PostgresTableWriter(statement);
  }

  @Override
  public String beginStatement() {
    return "begin";
  }

  @Override
  public boolean isInTransaction(Connection connection) throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
  }

  /** PostgreSQL enforces them always. */
  @Override
  public Setting enforceForeignKeys(Connection connection) {
    return unchanged -> {};
  }

  @Override
  public boolean hasTable(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      query.setString(1, quoted(name));
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  @Override
  public List<String> primaryKey(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select a.attname from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indisprimary and i.indrelid = to_regclass(?) order by a.attnum""")) {
      query.setString(1, quoted(table));
      return firstColumn(query);
    }
  }

  /** PostgreSQL has no schema in memory to rehearse on; a failure undoes its own revision. */
  @Override
  public void rehearse(Connection connection, List<TranslatedStatement> statements) {}
}
