package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.StorageClosedException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/**
 * The rows of a query that stays open while other statements run, fetched a few at a time. Made by
 * {@link StatementExecutor}; to be closed before the transaction ends.
 */
final class OpenQuery<T> implements AutoCloseable {

  private final StatementExecutor executor;
  private final CompiledQuery<T> query;
  private final PreparedStatement statement;
  private final ResultSet results;
  private final Row row;
  private boolean closed;

  OpenQuery(
      StatementExecutor executor,
      CompiledQuery<T> query,
      PreparedStatement statement,
      ResultSet results,
      Row row) {
    this.executor = executor;
    this.query = query;
    this.statement = statement;
    this.results = results;
    this.row = row;
  }

  /** The next row; absent behind the last one. */
  Optional<T> next() {
    if (closed) {
      throw new StorageClosedException(
          "The call that gave this stream has ended. Use a stream inside the function that it is"
              + " given to alone.",
          null);
    }
    return executor.translating(
        query.statement(), () -> results.next() ? Optional.of(row.read(query)) : Optional.empty());
  }

  @Override
  public void close() {
    closed = true;
    executor.giveBack(query.statement(), statement);
  }
}
