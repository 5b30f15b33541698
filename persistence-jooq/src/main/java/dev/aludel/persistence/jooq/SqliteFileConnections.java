package dev.aludel.persistence.jooq;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file: one connection that writes, for which threads queue, so that no thread of this
 * process ever meets SQLite's own lock; and some that read beside it.
 */
final class SqliteFileConnections implements Connections {

  private final DatabaseUrl url;
  private final StorageConfig config;
  private final ErrorTranslator errors;
  private final StatementTimer timer;
  private final SqliteConnector connector;
  private final SqlitePool writer;
  private final SqlitePool readers;

  private SqliteFileConnections(DatabaseUrl url, StorageConfig config, ErrorTranslator errors) {
    this.url = url;
    this.config = config;
    this.errors = errors;
    this.timer = new StatementTimer(config.statementTimeout());
    this.connector = new SqliteConnector(url, config, errors, timer);
    this.writer = pool(1, "the writer of " + url, connector::writer);
    this.readers = pool(config.poolSize(), "a reader of " + url, connector::reader);
  }

  static SqliteFileConnections open(DatabaseUrl url, StorageConfig config) {
    SchemaOnOpen.of(config, url).see(config.schemaPolicy().orElse(SchemaPolicy.UPGRADE));
    SqliteFileConnections connections =
        new SqliteFileConnections(url, config, new SqliteErrors(url.toString()));
    try {
      // Tells now whether the file can be used, and sets its journal mode before anybody reads.
      connections.borrow(Access.WRITE).close();
      return connections;
    } catch (RuntimeException | Error failure) {
      connections.close();
      throw failure;
    }
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.SQLITE;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.READERS_BESIDE_WRITER, Capability.DURABLE);
  }

  @Override
  public TransactionConnection borrow(Access access) {
    SqlitePool pool = access == Access.WRITE ? writer : readers;
    return new SqliteTransaction(
        pool.borrow(), access, errors, config.sqlEcho().orElse(sql -> {}), pool);
  }

  @Override
  public Usage usage() {
    return new Usage(
        writer.open() + readers.open(),
        writer.lent() + readers.lent(),
        connector.statementsInUse());
  }

  @Override
  public void close() {
    timer.close();
    @Nullable SQLException failure = readers.close(null);
    // The writer last: whoever closes last brings the WAL into the file and removes it.
    failure = writer.close(failure);
    if (failure != null) {
      throw errors.translate(failure, Place.DATABASE);
    }
  }

  @Override
  public String toString() {
    return url.toString();
  }

  private SqlitePool pool(int size, String what, Supplier<SqliteConnection> opener) {
    return new SqlitePool(new Turns(size, what, config.connectionTimeout()), opener);
  }
}
