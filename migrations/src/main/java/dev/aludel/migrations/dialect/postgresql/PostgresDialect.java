package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.IndexStatement;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** PostgreSQL, version 14 or newer. */
public final class PostgresDialect extends Dialect {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.POSTGRESQL;
  }

  @Override
  public Translation translation(Connection connection, ForeignKeys foreignKeys) {
    return new PostgresTranslation();
  }

  @Override
  public DatabaseVersion oldestVersion() {
    return new DatabaseVersion(14, 0);
  }

  @Override
  public Translation translationForEmpty(DatabaseVersion version, ForeignKeys foreignKeys) {
    return new PostgresTranslation();
  }

  @Override
  public List<String> beginStatements(Duration lockTimeout) {
    return List.of("begin", "set local lock_timeout = " + lockTimeout.toMillis());
  }

  @Override
  public boolean isLockTimeout(SQLException e) {
    return LOCK_NOT_AVAILABLE.equals(e.getSQLState());
  }

  @Override
  public IndexStatement.State indexState(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select indisvalid from pg_index where indexrelid = to_regclass(?)")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return IndexStatement.State.ABSENT;
        }
        return row.getBoolean(1) ? IndexStatement.State.VALID : IndexStatement.State.INVALID;
      }
    }
  }

  @Override
  public boolean isInTransaction(Connection connection) throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
  }

  @Override
  public Setting takeOver(Connection connection) {
    return unchanged -> {};
  }

  /** PostgreSQL enforces them always. */
  @Override
  public void switchForeignKeys(Connection connection, ForeignKeys foreignKeys) {}

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
}
