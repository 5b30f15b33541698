package dev.aludel.persistence.jooq;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageException;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.RunningBlocks;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.TransactionBlock;
import dev.aludel.persistence.jooq.statement.Access;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A storage on the connections of either database. */
final class JooqStorage extends PortRepositories implements Storage {

  /** The calls that are made outside of a block: each is atomic. */
  private record SingleCalls(TransactionRunner runner) implements Calls {
    @Override
    public <T> List<T> list(CompiledQuery<T> query, @Nullable Object... values) {
      return runner.run(Access.QUERY, transaction -> transaction.list(query, values));
    }

    @Override
    public <T extends @Nullable Object> T fetch(Function<StatementExecutor, T> query) {
      return runner.run(Access.FETCH, transaction -> transaction.read(query));
    }

    @Override
    public <T extends @Nullable Object> T read(Function<StatementExecutor, T> call) {
      return runner.run(Access.READ, transaction -> transaction.read(call));
    }

    @Override
    public <T extends @Nullable Object> T readTogether(Function<Calls, T> several) {
      return runner.run(Access.READ, several::apply);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<StatementExecutor, T> call) {
      return runner.call(Access.WRITE, transaction -> transaction.write(call));
    }

    @Override
    public <T extends @Nullable Object> T change(Function<StatementExecutor, T> call) {
      return runner.call(Access.CHANGE, transaction -> transaction.change(call));
    }
  }

  private final Connections connections;
  private final Duration closeTimeout;
  private final TransactionRunner runner;
  private final Calls singleCalls;
  private final CompiledQuery<Boolean> signOfLife;

  private JooqStorage(
      Connections connections,
      Ports ports,
      RetryPolicy retryPolicy,
      RunningBlocks blocks,
      Duration closeTimeout) {
    super(ports);
    this.connections = connections;
    this.closeTimeout = closeTimeout;
    this.runner = new TransactionRunner(connections, ports, retryPolicy, blocks);
    this.singleCalls = new SingleCalls(runner);
    this.signOfLife = ports.conversation().signOfLife();
  }

  static JooqStorage on(Connections connections, StorageConfig config, Clock clock) {
    return new JooqStorage(
        connections,
        new Ports(connections.product()),
        config.retryPolicy(),
        new RunningBlocks(connections.toString(), clock),
        config.closeTimeout());
  }

  @Override
  Calls calls() {
    return singleCalls;
  }

  @Override
  public <T extends @Nullable Object> T read(TransactionBlock<T> block) {
    requireNonNull(block, "block");
    return runner.run(Access.READ, block::run);
  }

  @Override
  public <T extends @Nullable Object> T write(TransactionBlock<T> block) {
    requireNonNull(block, "block");
    return runner.run(Access.WRITE, block::run);
  }

  @Override
  public Health health() {
    long start = System.nanoTime();
    try {
      if (singleCalls.first(signOfLife).equals(Optional.of(false))) {
        throw PostgresErrors.takesNoWrites(connections.toString(), null);
      }
      return new Health(Duration.ofNanos(System.nanoTime() - start), null);
    } catch (StorageException error) {
      return new Health(Duration.ofNanos(System.nanoTime() - start), error);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return connections.capabilities();
  }

  @Override
  public void close() {
    runner.close(closeTimeout);
  }
}
