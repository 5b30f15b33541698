package dev.aludel.persistence.jooq;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/** A SQLite database in memory: it is its only connection, which all threads use in turn. */
final class SqliteMemoryConnections implements Connections, SqliteTransaction.Owner {

  private final DatabaseUrl url;
  private final StorageConfig config;
  private final ErrorTranslator errors;
  private final StatementTimer timer;
  private final SqliteConnector connector;
  private final SqliteConnection connection;
  private final FairTurns turns;
  private volatile boolean lent;
  private volatile boolean closed;

  private SqliteMemoryConnections(
      DatabaseUrl url, StorageConfig config, ErrorTranslator errors, StatementTimer timer) {
    this.url = url;
    this.config = config;
    this.errors = errors;
    this.timer = timer;
    this.turns = new FairTurns(1, "the connection of " + url, config.connectionTimeout());
    this.connector = new SqliteConnector(url, config, errors, timer);
    this.connection = connector.memory();
  }

  static SqliteMemoryConnections open(DatabaseUrl url, StorageConfig config) {
    return open(url, config, empty -> {});
  }

  /**
   * @param beginning puts into the empty database what is there before its schema is looked at
   */
  static SqliteMemoryConnections open(
      DatabaseUrl url, StorageConfig config, Consumer<Connection> beginning) {
    SqliteMemoryConnections opened = connected(url, config);
    try {
      beginning.accept(opened.connection.jdbc());
      SchemaOnOpen.of(config, url)
          .see(config.schemaPolicy().orElse(SchemaPolicy.UPGRADE), opened.connection.jdbc());
      return opened;
    } catch (RuntimeException | Error failure) {
      opened.close();
      throw failure;
    }
  }

  private static SqliteMemoryConnections connected(DatabaseUrl url, StorageConfig config) {
    StatementTimer timer = new StatementTimer(config.statementTimeout());
    try {
      return new SqliteMemoryConnections(url, config, new SqliteErrors(url.toString()), timer);
    } catch (RuntimeException | Error failure) {
      timer.close();
      throw failure;
    }
  }

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.SQLITE;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public TransactionConnection borrow(Access access) {
    turns.take();
    lent = true;
    return new SqliteTransaction(
        connection, access, errors, config.sqlEcho().orElse(sql -> {}), this, turns::giveBack);
  }

  @Override
  public void giveBack(SqliteConnection used) {
    lent = false;
  }

  @Override
  public void discard(SqliteConnection used) {
    // Another connection would be another, empty database: this one stays, whatever it met.
    lent = false;
  }

  @Override
  public Usage usage() {
    return new Usage(closed ? 0 : 1, lent ? 1 : 0, connector.statementsInUse());
  }

  @Override
  public void close() {
    closed = true;
    timer.close();
    try {
      connection.close();
    } catch (SQLException error) {
      throw errors.translate(error, Place.DATABASE);
    }
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
