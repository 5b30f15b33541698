package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.database.SqliteStatementLength;
import dev.aludel.migrations.database.SqliteWords;
import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.IndexStatement;
import dev.aludel.migrations.dialect.RememberedSession;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** SQLite, version 3.37 or newer. */
public final class SqliteDialect extends Dialect {
  static final DatabaseVersion OLDEST_VERSION = new DatabaseVersion(3, 37);

  private static final String NESTED_TRANSACTION = "within a transaction";
  private static final int PRIMARY_CODE = 0xff;

  private static final Map<Integer, Trouble> TROUBLES =
      Map.of(
          SQLiteErrorCode.SQLITE_BUSY.code, Trouble.FILE_LOCKED,
          SQLiteErrorCode.SQLITE_LOCKED.code, Trouble.FILE_LOCKED,
          SQLiteErrorCode.SQLITE_FULL.code, Trouble.DISK_FULL,
          SQLiteErrorCode.SQLITE_IOERR.code, Trouble.DISK,
          SQLiteErrorCode.SQLITE_CANTOPEN.code, Trouble.DISK,
          SQLiteErrorCode.SQLITE_CORRUPT.code, Trouble.DISK,
          SQLiteErrorCode.SQLITE_INTERRUPT.code, Trouble.CANCELED,
          SQLiteErrorCode.SQLITE_PERM.code, Trouble.RIGHTS,
          SQLiteErrorCode.SQLITE_READONLY.code, Trouble.FILE_READ_ONLY);

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.SQLITE;
  }

  @Override
  public Translation translation(Connection connection, ForeignKeys foreignKeys)
      throws SQLException {
    return new SqliteTranslation(
        ScratchSchema.copyOf(connection), version(connection), foreignKeys);
  }

  private static DatabaseVersion version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select sqlite_version()")) {
      row.next();
      return DatabaseVersion.parse(row.getString(1));
    }
  }

  @Override
  public DatabaseVersion oldestVersion() {
    return OLDEST_VERSION;
  }

  @Override
  public Translation translationForEmpty(DatabaseVersion version, ForeignKeys foreignKeys)
      throws SQLException {
    return new SqliteTranslation(
        ScratchSchema.emptyWith(TwinSchema.ofEmpty(version)), version, foreignKeys);
  }

  @Override
  public boolean takesSeveralStatements() {
    return false;
  }

  @Override
  public String beginStatement(Duration lockTimeout) {
    return "begin immediate";
  }

  @Override
  public Optional<String> limitStatement(Duration lockTimeout) {
    return Optional.empty();
  }

  /** The file is locked as a whole, and the connection knows how long to wait for it. */
  @Override
  public Optional<String> beginReading(Duration lockTimeout) {
    return Optional.empty();
  }

  @Override
  public Trouble troubleOf(SQLException e) {
    return TROUBLES.getOrDefault(e.getErrorCode() & PRIMARY_CODE, Trouble.OTHER);
  }

  @Override
  public void cancel(Connection connection) throws SQLException {
    connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
  }

  @Override
  public boolean lacksColumn(SQLException e) {
    return SqliteWords.of(e).startsWith("no such column");
  }

  /** A connection is all there is: nothing works on behind one that fails. */
  @Override
  public String sessionOf(Connection connection) {
    return "";
  }

  @Override
  public boolean isAlive(Connection connection, String session) {
    return false;
  }

  @Override
  public IndexStatement.Found findIndex(Connection connection, IndexStatement statement)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from sqlite_schema where type = 'index' and name = ? collate nocase")) {
      query.setString(1, TableText.lastNameOf(statement.name()));
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new IndexStatement.Found(IndexStatement.State.VALID, statement.name())
            : IndexStatement.Found.ABSENT;
      }
    }
  }

  /** A statement of SQLite takes effect as a whole or leaves nothing. */
  @Override
  public List<String> leftoversOf(Connection connection, String statement) {
    return List.of();
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
  public Setting takeOver(Connection connection) throws SQLException {
    int foreignKeys = pragma(connection, "foreign_keys");
    int legacyAlterTable = pragma(connection, "legacy_alter_table");
    // The old way of renaming would leave views and triggers behind.
    setPragma(connection, "legacy_alter_table", 0);
    int statementLength = SqliteStatementLength.allow(connection);
    return later -> {
      SqliteStatementLength.restore(later, statementLength);
      setPragma(later, "foreign_keys", foreignKeys);
      setPragma(later, "legacy_alter_table", legacyAlterTable);
    };
  }

  @Override
  public RememberedSession remember(Connection connection, Collection<String> statements)
      throws SQLException {
    return SqliteSession.of(connection, statements);
  }

  @Override
  public void switchForeignKeys(Connection connection, ForeignKeys foreignKeys)
      throws SQLException {
    setPragma(connection, "foreign_keys", foreignKeys == ForeignKeys.ENFORCED ? 1 : 0);
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma " + name)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static void setPragma(Connection connection, String name, int value) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma " + name + " = " + value);
    }
  }

  /** The database that was opened, whatever is attached to it. */
  @Override
  public Optional<String> firstSchema(Connection connection) {
    return Optional.of("main");
  }

  @Override
  public String searchPath(Connection connection) {
    return "main";
  }

  @Override
  public boolean hasSchema(Connection connection, String name) {
    return name.equalsIgnoreCase("main");
  }

  @Override
  public boolean hasTable(Connection connection, TableName name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pragma_table_info(?, ?) limit 1")) {
      query.setString(1, name.table());
      query.setString(2, name.schema());
      return !firstColumn(query).isEmpty();
    }
  }

  /** SQLite keeps a text of any length, whatever type a column has. */
  @Override
  public int width(Connection connection, TableName table, String column) {
    return Integer.MAX_VALUE;
  }

  @Override
  public List<String> primaryKey(Connection connection, TableName table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select name from pragma_table_info(?, ?) where pk > 0 order by pk")) {
      query.setString(1, table.table());
      query.setString(2, table.schema());
      return firstColumn(query);
    }
  }
}
