package dev.aludel.persistence.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What blocks and single calls do on every storage. */
public abstract class TransactionsContract extends StorageContract {

  private static final String REFUSED =
      "This transaction can only be rolled back, because the database refused a statement before."
          + " Let the error end the block, or put what may be refused into nested.";

  private final ExecutorService others = Executors.newCachedThreadPool();

  @AfterEach
  final void endOtherThreads() {
    others.shutdownNow();
  }

  private long count() {
    return storage().sessions().count();
  }

  @Test
  @Rule("TRANSACTIONS-01")
  final void write_storesAllAndReturnsTheResult() {
    String result =
        storage()
            .write(
                tx -> {
                  tx.sessions().insert(session("s"));
                  tx.messages().append(new Session.Id("s"), message("m"));
                  return "done " + tx.messages().count();
                });

    assertThat(result).isEqualTo("done 1");
    assertThat(count()).isEqualTo(1);
    assertThat(storage().messages().count()).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-02")
  final void write_storesNothingAndThrowsTheSame_whenTheBlockThrows() {
    IllegalArgumentException error = new IllegalArgumentException("the block's own");

    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          throw error;
                        }))
        .isSameAs(error);
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-03")
  final void write_isNotSeenByOthersBeforeItEnds() throws Exception {
    assumeReadersBesideWriter();

    long seen =
        storage()
            .write(
                tx -> {
                  tx.sessions().insert(session("s"));
                  return elsewhere(this::count);
                });

    assertThat(seen).isZero();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-04")
  final void read_seesOneSnapshot() throws Exception {
    assumeReadersBesideWriter();
    storage().sessions().insert(session("s"));

    List<Long> seen =
        storage()
            .read(
                tx -> {
                  long before = tx.sessions().count();
                  elsewhere(
                      () -> {
                        storage().sessions().insert(session("t"));
                        return 0L;
                      });
                  return List.of(before, tx.sessions().count());
                });

    assertThat(seen).containsExactly(1L, 1L);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  @Rule("TRANSACTIONS-05")
  final void read_refusesToWrite() {
    assertThatThrownBy(
            () ->
                storage()
                    .read(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          return "";
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A read block does not write. Open the block with write instead of read.");
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-06")
  final void block_refusesAnotherBlockAndASingleCallOfTheSameThread() {
    assertThatThrownBy(() -> storage().write(tx -> storage().read(inner -> "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("This thread is inside a block of ")
        .hasMessageEndingWith(
            " already. Use the block's own transaction, and nested for a part of it.");
    assertThatThrownBy(() -> storage().read(tx -> storage().sessions().count()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-07")
  final void transaction_isClosed_whenItsBlockHasEnded() {
    Transaction leaked = storage().read(tx -> tx);

    assertThatThrownBy(() -> leaked.sessions().count())
        .isInstanceOf(StorageClosedException.class)
        .hasMessage(
            "The block of this transaction has ended. Use a transaction and its repositories"
                + " inside its block alone.");
    assertThatThrownBy(() -> leaked.nested(part -> "")).isInstanceOf(StorageClosedException.class);
  }

  @Test
  @Rule("TRANSACTIONS-08")
  final void transaction_refusesAnotherThread() {
    assertThatThrownBy(
            () -> storage().read(tx -> elsewhere("stranger", () -> tx.sessions().count())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "This transaction belongs to the thread %s, which opened its block, and was used by"
                    .formatted(Thread.currentThread().getName())
                + " stranger. Open a block in each thread.");
  }

  @Test
  @Rule("TRANSACTIONS-09")
  final void refusedStatement_endsTheBlock_evenWhenTheBlockCaughtTheError() {
    List<@Nullable RuntimeException> caught = new ArrayList<>();

    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          caught.add(thrown(() -> tx.sessions().insert(session("s"))));
                          caught.add(thrown(() -> tx.sessions().insert(session("t"))));
                          return "";
                        }))
        .isInstanceOf(ConflictException.class)
        .isSameAs(caught.get(0));
    assertThat(caught.get(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(REFUSED)
        .hasCause(caught.get(0));
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-10")
  final void notFound_leavesTheBlockUsable() {
    storage()
        .write(
            tx -> {
              assertThat(thrown(() -> tx.sessions().update(session("s"))))
                  .isInstanceOf(NotFoundException.class);
              assertThat(thrown(() -> tx.messages().append(new Session.Id("s"), message("m"))))
                  .isInstanceOf(NotFoundException.class);
              tx.sessions().insert(session("s"));
              return "";
            });

    assertThat(count()).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-11")
  final void nested_undoesItsPartAlone_whenItThrows() {
    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              assertThat(
                      thrown(
                          () ->
                              tx.nested(
                                  part -> {
                                    part.sessions().insert(session("t"));
                                    part.sessions().insert(session("s"));
                                    return "";
                                  })))
                  .isInstanceOf(ConflictException.class);
              tx.sessions().insert(session("u"));
              return "";
            });

    assertThat(all(10, storage().sessions()::page)).containsExactly(session("s"), session("u"));
  }

  @Test
  @Rule("TRANSACTIONS-12")
  final void nested_throwsWhatItsPartCaught_whenTheDatabaseRefusedIt() {
    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              assertThat(thrown(() -> tx.nested(TransactionsContract::catchConflict)))
                  .isInstanceOf(ConflictException.class);
              return "";
            });

    assertThat(count()).isEqualTo(1);
  }

  private static String catchConflict(Transaction part) {
    assertThat(thrown(() -> part.sessions().insert(session("s"))))
        .isInstanceOf(ConflictException.class);
    return "";
  }

  @Test
  @Rule("TRANSACTIONS-13")
  final void nested_keepsItsPart_whenItReturns() {
    storage()
        .write(
            tx ->
                tx.nested(
                    part -> {
                      part.sessions().insert(session("s"));
                      return part.nested(
                          deeper -> {
                            deeper.sessions().insert(session("t"));
                            return "";
                          });
                    }));

    assertThat(count()).isEqualTo(2);
  }

  @Test
  @Rule("TRANSACTIONS-14")
  final void transientFailure_runsTheWholeBlockAgain() {
    AtomicInteger runs = new AtomicInteger();

    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              if (runs.incrementAndGet() < 3) {
                throw new TransientStorageException("Somebody else was first.", null);
              }
              return "";
            });

    assertThat(runs).hasValue(3);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-15")
  final void write_losesNoUpdate_whenSeveralThreadsReadAndWriteTheSame() throws Exception {
    storage().sessions().insert(session("s", "0", NOON));

    List<Future<?>> threads = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      threads.add(others.submit(() -> IntStream.range(0, 25).forEach(i -> increment())));
    }
    for (Future<?> thread : threads) {
      thread.get(60, SECONDS);
    }

    assertThat(storage().sessions().get(new Session.Id("s")).userId()).isEqualTo("100");
  }

  @Test
  @Rule("TRANSACTIONS-16")
  final void singleCalls_workFromManyThreads() throws Exception {
    List<Future<?>> threads = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      String name = "thread " + thread;
      threads.add(
          others.submit(
              () ->
                  IntStream.range(0, 20)
                      .forEach(
                          i -> {
                            storage().sessions().insert(session(name + "/" + i));
                            assertThat(storage().sessions().get(new Session.Id(name + "/" + i)))
                                .isEqualTo(session(name + "/" + i));
                          })));
    }
    for (Future<?> thread : threads) {
      thread.get(60, SECONDS);
    }

    assertThat(count()).isEqualTo(160);
  }

  @Test
  @Rule("TRANSACTIONS-17")
  final void health_isUp_whenTheStorageIsOpen() {
    assertThat(storage().health().status()).isEqualTo(Health.Status.UP);
    assertThat(storage().health().took()).isPositive();
  }

  @Test
  @Rule("TRANSACTIONS-18")
  final void closedStorage_refusesEverythingAndSaysSo() {
    storage().close();

    assertThatThrownBy(() -> storage().read(tx -> ""))
        .isInstanceOf(StorageClosedException.class)
        .hasMessageStartingWith("The storage of ")
        .hasMessageEndingWith(" is closed. Open another one.");
    assertThatThrownBy(() -> storage().sessions().insert(session("s")))
        .isInstanceOf(StorageClosedException.class);
    assertThat(storage().health().error().orElseThrow()).isInstanceOf(StorageClosedException.class);
  }

  @Test
  @Rule("TRANSACTIONS-19")
  final void close_endsABlockThatStillRuns() throws Exception {
    CountDownLatch inserted = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Future<?> block =
        others.submit(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          inserted.countDown();
                          await(closed);
                          return tx.sessions().count();
                        }));
    await(inserted);

    storage().close();
    closed.countDown();

    assertThatThrownBy(() -> block.get(20, SECONDS))
        .hasCauseInstanceOf(StorageClosedException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private void increment() {
    storage()
        .write(
            tx -> {
              Session found = tx.sessions().get(new Session.Id("s"));
              String next = String.valueOf(Integer.parseInt(found.userId()) + 1);
              tx.sessions().update(session("s", next, NOON));
              return next;
            });
  }

  private void assumeReadersBesideWriter() {
    assumeThat(storage().capabilities()).contains(Capability.READERS_BESIDE_WRITER);
  }

  private <T> T elsewhere(Callable<T> call) {
    return elsewhere(Thread.currentThread().getName() + " (other)", call);
  }

  private <T> T elsewhere(String name, Callable<T> call) {
    try {
      return others
          .submit(
              () -> {
                Thread.currentThread().setName(name);
                return call.call();
              })
          .get(20, SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failure);
    } catch (InterruptedException | TimeoutException failure) {
      throw new AssertionError(failure);
    }
  }

  private static @Nullable RuntimeException thrown(Runnable call) {
    try {
      call.run();
      return null;
    } catch (RuntimeException error) {
      return error;
    }
  }
}
