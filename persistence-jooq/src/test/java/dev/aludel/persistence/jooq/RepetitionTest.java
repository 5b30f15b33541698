package dev.aludel.persistence.jooq;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.TransientStorageException;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.jooq.Repetition.Reason;
import dev.aludel.test.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RepetitionTest {

  private static final RetryPolicy PATIENT = RetryPolicy.within(Duration.ofSeconds(30));
  private static final RetryPolicy SHORT = RetryPolicy.within(Duration.ofMillis(50));

  private final RerunTurn turn = new RerunTurn();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TransientStorageException failure = new TransientStorageException("Met.", null);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void turn_isWaitedFor_howeverLongThePatience() throws Exception {
    assertThat(turn.take(Duration.ZERO)).isTrue();
    AtomicReference<Thread> thread = new AtomicReference<>();
    Future<Boolean> next =
        threads.submit(
            () -> {
              thread.set(Thread.currentThread());
              return turn.take(Duration.ofSeconds(Long.MAX_VALUE));
            });
    waiting(thread);

    turn.giveBack();

    assertThat(next.get(30, SECONDS)).isTrue();
  }

  /** A block that has failed, on another thread, and waits for the turn. */
  private Thread waiting(Runnable then) {
    AtomicReference<Thread> thread = new AtomicReference<>();
    threads.execute(
        () -> {
          thread.set(Thread.currentThread());
          try (Repetition runs = new Repetition(PATIENT, turn)) {
            runs.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
            then.run();
          }
        });
    return waiting(thread);
  }

  private static Thread waiting(AtomicReference<Thread> thread) {
    Waiting.until(
        "a block waits for the turn",
        () -> thread.get() != null && thread.get().getState() == Thread.State.TIMED_WAITING);
    return requireNonNull(thread.get());
  }

  @Test
  void blocksThatOthersOvertook_runAgainOneAtATime_inTheirOrder() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    try (Repetition first = new Repetition(PATIENT, turn)) {
      first.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
      for (int block = 0; block < 5; block++) {
        int number = block;
        waiting(() -> order.add(number));
      }
      // Who has the turn keeps it from run to run.
      first.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
      first.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
      assertThat(order).isEmpty();
    }

    threads.shutdown();
    assertThat(threads.awaitTermination(20, SECONDS)).isTrue();
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void whoPauses_holdsNobodyUp() throws Exception {
    try (Repetition first = new Repetition(PATIENT, turn)) {
      first.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
      first.awaitNext(failure, Reason.ELSE);

      assertThat(turn.take(Duration.ZERO)).isTrue();
    }
    // The pause gave the turn back, and the end did not give it back again.
    assertThat(turn.take(Duration.ZERO)).isFalse();
  }

  @Test
  void waitingForTheTurn_endsWithTheFailure_whenTheLimitIsOver() throws Exception {
    assertThat(turn.take(Duration.ZERO)).isTrue();

    try (Repetition runs = new Repetition(SHORT, turn)) {
      assertThatThrownBy(() -> runs.awaitNext(failure, Reason.ANOTHER_TRANSACTION))
          .isSameAs(failure);
    }
    turn.giveBack();
    assertThat(turn.take(Duration.ZERO)).isTrue();
  }

  @Test
  void waitingForTheTurn_endsWithTheFailure_whenTheThreadIsInterrupted() throws Exception {
    assertThat(turn.take(Duration.ZERO)).isTrue();
    AtomicReference<Thread> thread = new AtomicReference<>();
    Future<?> block =
        threads.submit(
            () -> {
              thread.set(Thread.currentThread());
              try (Repetition runs = new Repetition(PATIENT, turn)) {
                assertThatThrownBy(() -> runs.awaitNext(failure, Reason.ANOTHER_TRANSACTION))
                    .isSameAs(failure)
                    .satisfies(
                        thrown ->
                            assertThat(thrown.getSuppressed())
                                .hasExactlyElementsOfTypes(InterruptedException.class));
                assertThat(Thread.interrupted()).isTrue();
              }
            });
    waiting(thread).interrupt();

    block.get(20, SECONDS);
  }

  @Test
  void waitingForTheTurn_ends_whenTheStorageIsClosed() throws Exception {
    assertThat(turn.take(Duration.ZERO)).isTrue();
    Thread first = waiting(() -> {});
    waiting(() -> {});

    turn.letEverybodyGo();

    threads.shutdown();
    assertThat(threads.awaitTermination(20, SECONDS)).isTrue();
    assertThat(first).isNotNull();
  }

  @Test
  void interruptedThread_takesAFreeTurn() {
    Thread.currentThread().interrupt();
    try (Repetition runs = new Repetition(PATIENT, turn)) {
      runs.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
      runs.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void tries_takeNoTurn_whenThePolicyCountsThem() throws Exception {
    RetryPolicy counting = new RetryPolicy(2, Duration.ZERO, Duration.ZERO);
    assertThat(turn.take(Duration.ZERO)).isTrue();

    try (Repetition runs = new Repetition(counting, turn)) {
      runs.awaitNext(failure, Reason.ANOTHER_TRANSACTION);
      assertThatThrownBy(() -> runs.awaitNext(failure, Reason.ANOTHER_TRANSACTION))
          .isSameAs(failure);
    }
  }
}
