package dev.aludel.persistence.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.Storage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What several threads do with one storage at once. */
public abstract class ConcurrencyContract extends StorageContract {

  private static final Duration LONG = Duration.ofMinutes(5);

  @RegisterExtension final OtherThreads others = new OtherThreads();

  private long count() {
    return storage().sessions().count();
  }

  @Test
  @Rule("CONCURRENCY-01")
  final void transaction_refusesAnotherThread() {
    assertThatThrownBy(
            () -> storage().read(tx -> others.elsewhere("stranger", () -> tx.sessions().count())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "This transaction belongs to the thread %s, which opened its block, and was used by"
                    .formatted(Thread.currentThread().getName())
                + " stranger. Open a block in each thread.");
  }

  @Test
  @Rule("CONCURRENCY-02")
  final void write_losesNoUpdate_whenSeveralThreadsReadAndWriteTheSame() {
    storage().sessions().insert(session("s", "0", NOON));

    for (int round = 0; round < OtherThreads.ROUNDS; round++) {
      others.atOnce(4, thread -> increment());
    }

    assertThat(storage().sessions().get(new Session.Id("s")).userId())
        .isEqualTo(String.valueOf(4 * OtherThreads.ROUNDS));
  }

  @Test
  @Rule("CONCURRENCY-03")
  final void singleCalls_workFromManyThreads() {
    for (int round = 0; round < OtherThreads.ROUNDS; round++) {
      String name = "round %d/".formatted(round);

      List<Session> found =
          others.atOnce(
              8,
              thread -> {
                storage().sessions().insert(session(name + thread));
                return storage().sessions().get(new Session.Id(name + thread));
              });

      assertThat(found)
          .isEqualTo(IntStream.range(0, 8).mapToObj(thread -> session(name + thread)).toList());
    }
    assertThat(count()).isEqualTo(8L * OtherThreads.ROUNDS);
  }

  @Test
  @Rule("CONCURRENCY-04")
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
  @Rule("CONCURRENCY-05")
  final void waitingThread_saysSoAndStaysInterrupted_whenItIsInterrupted() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch called = new CountDownLatch(1);
    AtomicReference<Thread> waiting = new AtomicReference<>();
    try (Storage narrow = open(s -> s.poolSize(1).connectionTimeout(LONG))) {
      Future<?> holder =
          others.submit(
              () ->
                  narrow.write(
                      tx -> {
                        inside.countDown();
                        return OtherThreads.await(goOn);
                      }));
      OtherThreads.await(inside);
      Future<Boolean> interrupted =
          others.submit(
              () -> {
                waiting.set(Thread.currentThread());
                called.countDown();
                assertThatThrownBy(() -> narrow.write(tx -> ""))
                    .isInstanceOf(StorageTimeoutException.class)
                    .hasMessageMatching(
                        "The thread was interrupted while it waited for .+; nothing was done\\.");
                return Thread.interrupted();
              });
      OtherThreads.await(called);
      Thread waiter = requireNonNull(waiting.get(), "waiting");
      OtherThreads.untilItWaits(waiter);
      waiter.interrupt();
      assertThat(interrupted.get()).isTrue();
      goOn.countDown();
      holder.get();
    }
  }

  @Test
  @Rule("CONCURRENCY-06")
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

  /** Each of four threads writes on until all have written so often: none may be passed over. */
  @Test
  @Rule("CONCURRENCY-07")
  final void write_getsItsTurn_whenOthersWriteAgainAndAgain() {
    AtomicIntegerArray written = new AtomicIntegerArray(4);
    others.atOnce(
        4,
        thread -> {
          while (IntStream.range(0, 4).anyMatch(one -> written.get(one) < OtherThreads.ROUNDS)
              && !Thread.currentThread().isInterrupted()) {
            write(thread, written.getAndIncrement(thread));
          }
          return thread;
        });

    assertThat(count()).isEqualTo(IntStream.range(0, 4).map(written::get).sum());
  }

  // Two write in blocks, and two in single calls.
  private void write(int thread, int number) {
    Session one = session("%d/%d".formatted(thread, number));
    if (thread % 2 == 0) {
      storage().sessions().insert(one);
    } else {
      storage()
          .write(
              tx -> {
                tx.sessions().insert(one);
                return "";
              });
    }
  }

  private String increment() {
    return storage()
        .write(
            tx -> {
              Session found = tx.sessions().get(new Session.Id("s"));
              String next = String.valueOf(Integer.parseInt(found.userId()) + 1);
              tx.sessions().update(session("s", next, NOON));
              return next;
            });
  }
}
