package dev.aludel.persistence.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import java.time.Duration;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What blocks and single calls do on every storage. */
public abstract class TransactionsContract extends StorageContract {

  private static final String REFUSED =
      "This transaction can only be rolled back, because the database refused a statement before."
          + " Let the error end the block, or put what may be refused into nested.";

  private static final Duration LONG = Duration.ofSeconds(20);

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
  final void repository_isClosed_whenItsBlockHasEnded() {
    Sessions leaked = storage().write(Transaction::sessions);

    assertThatThrownBy(() -> leaked.insert(session("s")))
        .isInstanceOf(StorageClosedException.class)
        .hasMessage(
            "The block of this transaction has ended. Use a transaction and its repositories"
                + " inside its block alone.");
    assertThatThrownBy(leaked::count).isInstanceOf(StorageClosedException.class);
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-19")
  final void read_runsTheWholeBlockAgain_afterATransientFailure() {
    AtomicInteger runs = new AtomicInteger();

    long seen =
        storage()
            .read(
                tx -> {
                  if (runs.incrementAndGet() < 3) {
                    throw new TransientStorageException("Somebody else was first.", null);
                  }
                  return tx.sessions().count();
                });

    assertThat(seen).isZero();
    assertThat(runs).hasValue(3);
  }

  @Test
  @Rule("TRANSACTIONS-20")
  final void transientFailure_isThrown_whenTheLastTryMetItToo() {
    TransientStorageException failure =
        new TransientStorageException("Somebody else was first.", null);
    AtomicInteger runs = new AtomicInteger();

    try (Storage impatient =
        open(s -> s.retryPolicy(new RetryPolicy(2, Duration.ZERO, Duration.ZERO)))) {
      assertThatThrownBy(
              () ->
                  impatient.write(
                      tx -> {
                        tx.sessions().insert(session("s"));
                        runs.incrementAndGet();
                        throw failure;
                      }))
          .isSameAs(failure);
      assertThat(impatient.sessions().count()).isZero();
    }
    assertThat(runs).hasValue(2);
  }

  @Test
  @Rule("TRANSACTIONS-21")
  final void write_storesNothingAndThrowsTheSame_whenTheBlockEndsWithAnError() {
    AssertionError error = new AssertionError("the block's own");

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
  @Rule("TRANSACTIONS-22")
  final void nested_undoesItsPartAlone_whenItEndsWithAnError() {
    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              assertThatThrownBy(
                      () ->
                          tx.nested(
                              part -> {
                                part.sessions().insert(session("t"));
                                throw new AssertionError("the part's own");
                              }))
                  .isInstanceOf(AssertionError.class);
              return "";
            });

    assertThat(all(10, storage().sessions()::page)).containsExactly(session("s"));
  }

  @Test
  @Rule("TRANSACTIONS-23")
  final void nested_worksInAReadBlock() {
    storage().sessions().insert(session("s"));

    long seen = storage().read(tx -> tx.nested(part -> part.sessions().count()));

    assertThat(seen).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-24")
  final void block_runs_whenItsThreadIsInterruptedAndNeedNotWait() {
    Thread.currentThread().interrupt();
    try {
      storage().sessions().insert(session("s"));
      assertThat(count()).isEqualTo(1);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @Rule("TRANSACTIONS-25")
  final void waitingThread_saysSoAndStaysInterrupted_whenItIsInterrupted() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicReference<Thread> waiting = new AtomicReference<>();
    try (Storage narrow = open(s -> s.poolSize(1).connectionTimeout(Duration.ofSeconds(20)))) {
      Future<?> holder =
          others.submit(
              () ->
                  narrow.write(
                      tx -> {
                        inside.countDown();
                        return await(goOn);
                      }));
      await(inside);
      Future<Boolean> interrupted =
          others.submit(
              () -> {
                waiting.set(Thread.currentThread());
                assertThatThrownBy(() -> narrow.write(tx -> ""))
                    .isInstanceOf(StorageTimeoutException.class)
                    .hasMessageMatching(
                        "The thread was interrupted while it waited for .+; nothing was done\\.");
                return Thread.interrupted();
              });
      while (waiting.get() == null || waiting.get().getState() == Thread.State.RUNNABLE) {
        Thread.sleep(1);
      }
      waiting.get().interrupt();
      assertThat(interrupted.get(20, SECONDS)).isTrue();
      goOn.countDown();
      holder.get(20, SECONDS);
    }
  }

  @Test
  @Rule("TRANSACTIONS-26")
  final void pausingThread_throwsTheFailureAndStaysInterrupted_whenItIsInterrupted() {
    TransientStorageException failure =
        new TransientStorageException("Somebody else was first.", null);

    try (Storage patient = open(s -> s.retryPolicy(new RetryPolicy(2, LONG, LONG)))) {
      assertThatThrownBy(
              () ->
                  patient.write(
                      tx -> {
                        Thread.currentThread().interrupt();
                        throw failure;
                      }))
          .isSameAs(failure)
          .hasSuppressedException(new InterruptedException("sleep interrupted"));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @Rule("TRANSACTIONS-27")
  final void block_mayWorkWithAnotherStorage() {
    try (Storage other = open(settings -> settings)) {
      long seen = storage().read(tx -> other.read(ofOther -> ofOther.sessions().count()));

      assertThat(seen).isZero();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, SECONDS);
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
