package dev.aludel.persistence.jooq;

import dev.aludel.domain.StorageException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.database.SqliteDriver;
import dev.aludel.persistence.Durability;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.SqliteConnection.Encoding;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/** Opens the connections of one SQLite database, each with every setting that it needs. */
final class SqliteConnector {

  /**
   * From how many pages on in the WAL, 32 MB at the usual page size, a writer itself makes a
   * checkpoint after each commit, until it could copy everything: {@link SqliteCheckpoints} is late
   * then.
   */
  private static final int MOST_PAGES = 8000;

  private final DatabaseUrl url;
  private final StorageConfig config;
  private final ErrorTranslator errors;
  private final StatementTimer timer;
  private final AtomicInteger statements = new AtomicInteger();

  SqliteConnector(
      DatabaseUrl url, StorageConfig config, ErrorTranslator errors, StatementTimer timer) {
    this.url = url;
    this.config = config;
    this.errors = errors;
    this.timer = timer;
  }

  /** The connection that writes to a file, which must be there. */
  SqliteConnection writer() {
    SQLiteConfig settings = settings();
    settings.resetOpenMode(SQLiteOpenMode.CREATE);
    settings.setJournalMode(JournalMode.WAL);
    return open(settings, "pragma wal_autocheckpoint = " + MOST_PAGES);
  }

  /** A connection that reads a file, in WAL mode already, and cannot write. */
  SqliteConnection reader() {
    SQLiteConfig settings = settings();
    settings.setReadOnly(true);
    return open(settings);
  }

  /** The connection that is a database in memory. */
  SqliteConnection memory() {
    return open(settings());
  }

  /** How many statements of all connections were taken and not given back. */
  int statementsInUse() {
    return statements.get();
  }

  private SQLiteConfig settings() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setBusyTimeout(Math.toIntExact(config.busyTimeout().toMillis()));
    settings.enforceForeignKeys(true);
    settings.setSynchronous(
        config.durability() == Durability.FULL ? SynchronousMode.FULL : SynchronousMode.NORMAL);
    return settings;
  }

  private SqliteConnection open(SQLiteConfig settings, String... pragmas) {
    try {
      Connection connection = SqliteDriver.connect(settings, url.jdbcUrl());
      try {
        for (String pragma : pragmas) {
          answer(connection, pragma);
        }
        return new SqliteConnection(connection, timer.watch(), encoding(connection), statements);
      } catch (SQLException | StorageException failure) {
        connection.close();
        throw failure;
      }
    } catch (SQLException error) {
      throw errors.translate(error, Place.DATABASE);
    } catch (DatabaseUnavailableException refused) {
      throw new StorageUnavailableException(String.valueOf(refused.getMessage()), refused);
    }
  }

  // Other programs make databases in UTF-16, whose texts as bytes would be in it too.
  private static Encoding encoding(Connection connection) throws SQLException {
    return answer(connection, "pragma encoding").equals("UTF-8") ? Encoding.UTF_8 : Encoding.UTF_16;
  }

  private static String answer(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
