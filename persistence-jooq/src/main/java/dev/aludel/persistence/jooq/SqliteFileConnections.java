package dev.aludel.persistence.jooq;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.ErrorTranslator;
import dev.aludel.persistence.jooq.statement.ErrorTranslator.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file: one connection that writes, for which threads queue, so that no thread of this
 * process ever meets SQLite's own lock; some that read beside it; and one for checkpoints.
 */
final class SqliteFileConnections implements Connections {

  private static final Duration LONGEST_SERVICE = Duration.ofMillis(5);

  private final DatabaseUrl url;
  private final StorageConfig config;
  private final ErrorTranslator errors;
  private final StatementTimer timer;
  private final SqliteConnector connector;
  private final WriterTurn writing;
  private final FairTurns reading;
  private final SqlitePool writers;
  private final SqlitePool readers;
  private final SqliteCheckpoints checkpoints;

  private SqliteFileConnections(
      DatabaseUrl url, StorageConfig config, Duration service, ErrorTranslator errors) {
    this.url = url;
    this.config = config;
    this.errors = errors;
    this.timer = new StatementTimer(config.statementTimeout());
    this.connector = new SqliteConnector(url, config, errors, timer);
    this.writing = new WriterTurn("the writer of " + url, config.connectionTimeout(), service);
    this.reading =
        new FairTurns(config.poolSize(), "a reader of " + url, config.connectionTimeout());
    this.writers = new SqlitePool(connector::writer);
    this.readers = new SqlitePool(connector::reader);
    this.checkpoints = new SqliteCheckpoints(connector::writer);
  }

  static SqliteFileConnections open(DatabaseUrl url, StorageConfig config) {
    return open(url, config, LONGEST_SERVICE);
  }

  /**
   * @param service after how long a thread begins no more writes of others
   */
  static SqliteFileConnections open(DatabaseUrl url, StorageConfig config, Duration service) {
    SchemaOnOpen.of(config, url).see(config.schemaPolicy().orElse(SchemaPolicy.UPGRADE));
    SqliteFileConnections connections =
        new SqliteFileConnections(url, config, service, new SqliteErrors(url.toString()));
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
  public DatabaseProduct product() {
    return DatabaseProduct.SQLITE;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.READERS_BESIDE_WRITER, Capability.DURABLE);
  }

  @Override
  public TransactionConnection borrow(Access access) {
    if (access.writes()) {
      writing.take();
      return lend(access, writers, this::endWriting);
    }
    reading.take();
    return lend(access, readers, reading::giveBack);
  }

  @Override
  public @Nullable TransactionConnection borrowUnlessDone(
      Access access, Consumer<TransactionConnection> work) {
    // Who does the work has the turn and keeps it.
    Runnable inPassing = () -> work.accept(lend(access, writers, checkpoints::wrote));
    return writing.takeUnlessDone(inPassing) ? null : lend(access, writers, this::endWriting);
  }

  private void endWriting() {
    writing.giveBack();
    checkpoints.wrote();
  }

  private TransactionConnection lend(Access access, SqlitePool pool, Runnable afterwards) {
    try {
      return new SqliteTransaction(
          pool.lend(), access, errors, config.sqlEcho().orElse(sql -> {}), pool, afterwards);
    } catch (RuntimeException | Error failure) {
      afterwards.run();
      throw failure;
    }
  }

  @Override
  public Usage usage() {
    return new Usage(
        writers.open() + readers.open() + checkpoints.open(),
        writers.lent() + readers.lent(),
        connector.statementsInUse());
  }

  @Override
  public void close() {
    timer.close();
    @Nullable SQLException failure = checkpoints.close(readers.close(null));
    // The writer last: whoever closes last brings the WAL into the file and removes it.
    failure = writers.close(failure);
    if (failure != null) {
      throw errors.translate(failure, Place.DATABASE);
    }
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
