package dev.aludel.persistence.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What several threads do with one storage at once. */
public abstract class ConcurrencyContract extends StorageContract {

  private static final Duration LONG = Duration.ofSeconds(20);

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
  @Rule("CONCURRENCY-03")
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
    AtomicReference<Thread> waiting = new AtomicReference<>();
    try (Storage narrow = open(s -> s.poolSize(1).connectionTimeout(Duration.ofSeconds(20)))) {
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
}
