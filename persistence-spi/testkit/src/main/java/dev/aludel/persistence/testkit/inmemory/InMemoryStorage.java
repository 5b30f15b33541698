package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageException;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.TransactionBlock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A storage whose rows are objects. */
final class InMemoryStorage extends InMemoryRepositories implements Storage {

  /** The calls that are made outside of a block: each is a transaction. */
  private record SingleCalls(BlockRunner runner) implements Calls {
    @Override
    public <T extends @Nullable Object> T read(Function<Tables, T> call) {
      return runner.run(Access.READ, transaction -> transaction.read(call));
    }

    @Override
    public <T extends @Nullable Object> T readTogether(Function<Calls, T> several) {
      return runner.run(Access.READ, several::apply);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tables, T> call) {
      return runner.run(Access.WRITE, transaction -> transaction.write(call));
    }
  }

  private final BlockRunner runner;
  private final Duration closeTimeout;
  private final Calls singleCalls;

  InMemoryStorage(BlockRunner runner, Duration closeTimeout) {
    this.runner = runner;
    this.closeTimeout = closeTimeout;
    this.singleCalls = new SingleCalls(runner);
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
      sessions().count();
      return new Health(Duration.ofNanos(System.nanoTime() - start), null);
    } catch (StorageException error) {
      return new Health(Duration.ofNanos(System.nanoTime() - start), error);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.READERS_BESIDE_WRITER);
  }

  @Override
  public void close() {
    runner.close(closeTimeout);
  }
}
