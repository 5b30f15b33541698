package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** PostgreSQL, version 14 or newer. */
public final class PostgresDialect extends Dialect {

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.POSTGRESQL;
  }

  @Override
  public Translation translation(Connection connection) {
    return new PostgresTranslation();
  }

  @Override
  public DatabaseVersion oldestVersion() {
    return new DatabaseVersion(14, 0);
  }

  @Override
  public Translation translationForEmpty(DatabaseVersion version) {
    return new PostgresTranslation();
  }

  @Override
  public String beginStatement() {
    return "begin";
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
}
