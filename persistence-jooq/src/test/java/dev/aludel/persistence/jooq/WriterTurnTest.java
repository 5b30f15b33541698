package dev.aludel.persistence.jooq;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.test.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class WriterTurnTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final WriterTurn turn = new WriterTurn("the writer of x", LONG, LONG);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void giveBack_doesTheWorkOfThoseWhoWait_inTheirOrder() throws InterruptedException {
    turn.take();
    List<Thread> waiting = List.of(caller("a"), caller("b"), caller("c"));

    turn.giveBack();

    String me = Thread.currentThread().getName();
    assertThat(done).containsExactly("a by " + me, "b by " + me, "c by " + me);
    join(waiting);
    requireFree(turn);
  }

  @Test
  void giveBack_handsTheTurnOver_whenTheNextHasWorkOfItsOwn() throws InterruptedException {
    turn.take();
    List<Thread> waiting = List.of(block("a"), caller("b"), block("c"));

    turn.giveBack();

    join(waiting);
    assertThat(done).containsExactly("a by a", "b by a", "c by c");
    requireFree(turn);
  }

  @Test
  void takeUnlessDone_leavesTheWorkToItsOwner_whenItFailed() throws InterruptedException {
    turn.take();
    AtomicInteger runs = new AtomicInteger();
    Runnable failing =
        () -> {
          if (runs.incrementAndGet() == 1) {
            throw new IllegalStateException("once");
          }
          done.add("a by " + Thread.currentThread().getName());
        };
    List<Thread> waiting = List.of(started("a", () -> work(failing)), caller("b"));

    turn.giveBack();

    join(waiting);
    assertThat(done).containsExactly("a by a", "b by a");
    requireFree(turn);
  }

  @Test
  void giveBack_worksForOthersOnlySoLong() throws InterruptedException {
    WriterTurn hurried = new WriterTurn("the writer of x", LONG, Duration.ZERO);
    hurried.take();
    Thread waiting =
        started(
            "a",
            () -> {
              if (!hurried.takeUnlessDone(() -> done.add("a by another"))) {
                done.add("a by a");
                hurried.giveBack();
              }
            });

    hurried.giveBack();
    join(List.of(waiting));

    assertThat(done).containsExactly("a by a");
    requireFree(hurried);
  }

  @Test
  void take_givesUp_whenOthersHaveItForTooLong() {
    WriterTurn brief = new WriterTurn("the writer of x", Duration.ofMillis(20), LONG);
    brief.take();

    assertThatThrownBy(() -> brief.takeUnlessDone(() -> done.add("too late")))
        .isInstanceOf(StorageTimeoutException.class)
        .hasMessage(
            "Waited PT0.02S for the writer of x, and others still use it. Make blocks shorter, or"
                + " raise the connection timeout.");
    brief.giveBack();

    assertThat(done).isEmpty();
    requireFree(brief);
  }

  @Test
  void take_doesNotWait_whenInterrupted() throws InterruptedException {
    turn.take();
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> stayed = new AtomicReference<>(false);
    Thread waiting =
        started(
            "a",
            () -> {
              try {
                turn.take();
              } catch (StorageTimeoutException refused) {
                thrown.set(refused);
                stayed.set(Thread.currentThread().isInterrupted());
              }
            });

    waiting.interrupt();
    join(List.of(waiting));

    assertThat(thrown.get())
        .hasMessage(
            "The thread was interrupted while it waited for the writer of x; nothing was done.");
    assertThat(stayed.get()).isTrue();
    turn.giveBack();
    requireFree(turn);
  }

  @Test
  void takeUnlessDone_knowsTheOutcome_whenInterruptedWhileItIsServed() throws InterruptedException {
    turn.take();
    AtomicReference<Boolean> stayed = new AtomicReference<>(false);
    Thread waiting =
        started(
            "a",
            () -> {
              Thread owner = Thread.currentThread();
              work(
                  () -> {
                    owner.interrupt();
                    done.add("a by " + Thread.currentThread().getName());
                  });
              stayed.set(owner.isInterrupted());
            });

    turn.giveBack();
    join(List.of(waiting));

    assertThat(done).containsExactly("a by " + Thread.currentThread().getName());
    assertThat(stayed.get()).isTrue();
    requireFree(turn);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void theTurn_isNeverWithTwo_andLosesNobody(int threads) throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger sum = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    Runnable work =
        () -> {
          if (inside.incrementAndGet() != 1) {
            overlaps.incrementAndGet();
          }
          sum.incrementAndGet();
          inside.decrementAndGet();
        };
    List<Thread> running = new ArrayList<>();
    for (int number = 0; number < threads; number++) {
      boolean blocks = number % 3 == 2;
      Thread thread =
          new Thread(
              () -> {
                for (int run = 0; run < 2_000; run++) {
                  if (blocks) {
                    turn.take();
                    work.run();
                    turn.giveBack();
                  } else {
                    work(work);
                  }
                }
              });
      thread.start();
      running.add(thread);
    }
    join(running);

    assertThat(sum).hasValue(threads * 2_000);
    assertThat(overlaps).hasValue(0);
    requireFree(turn);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void take_getsTheTurn_whenAnotherThreadTakesItAgainAndAgain(boolean work)
      throws InterruptedException {
    WriterTurn selfish = new WriterTurn("the writer of x", LONG, work ? Duration.ZERO : LONG);
    selfish.take();
    Thread waiting =
        started(
            "a",
            () -> {
              if (work) {
                assertThat(selfish.takeUnlessDone(() -> done.add("a by another"))).isFalse();
              } else {
                selfish.take();
              }
              done.add("a by a");
              selfish.giveBack();
            });

    while (waiting.isAlive()) {
      selfish.giveBack();
      selfish.take();
    }

    assertThat(done).containsExactly("a by a");
    selfish.giveBack();
    requireFree(selfish);
  }

  @Test
  void take_getsTheTurnAtOnce_whenTheNextHasNotAnswered() throws InterruptedException {
    turn.take();
    Thread waiting = block("a");

    // It needs the lock to answer.
    synchronized (turn) {
      turn.giveBack();
      turn.take();
    }
    done.add("before a");
    turn.giveBack();

    join(List.of(waiting));
    assertThat(done).containsExactly("before a", "a by a");
    requireFree(turn);
  }

  @Test
  void giveBack_callsTheNext_whenTheFirstHasGivenUp() throws InterruptedException {
    for (int run = 0; run < 200; run++) {
      turn.take();
      Thread first = started("first", this::takeOrGiveUp);
      Thread second = block("b");

      first.interrupt();
      turn.giveBack();

      first.join(SECONDS.toMillis(30));
      join(List.of(second));
      requireFree(turn);
    }
    assertThat(done).filteredOn("b by b"::equals).hasSize(200);
  }

  private Thread caller(String name) throws InterruptedException {
    return started(
        name, () -> work(() -> done.add(name + " by " + Thread.currentThread().getName())));
  }

  private Thread block(String name) throws InterruptedException {
    return started(
        name,
        () -> {
          turn.take();
          done.add(name + " by " + Thread.currentThread().getName());
          turn.giveBack();
        });
  }

  private void takeOrGiveUp() {
    try {
      turn.take();
      turn.giveBack();
    } catch (StorageTimeoutException interrupted) {
      done.add("given up");
    }
  }

  private void work(Runnable work) {
    if (!turn.takeUnlessDone(work)) {
      work.run();
      turn.giveBack();
    }
  }

  /** An interrupted thread takes what is free, and does not wait. */
  private static void requireFree(WriterTurn turn) {
    Thread.currentThread().interrupt();
    turn.take();
    turn.giveBack();
    assertThat(Thread.interrupted()).isTrue();
  }

  /** A thread that waits for the turn, which somebody has. */
  private static Thread started(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.start();
    Waiting.until(
        name + " waits for the turn", () -> thread.getState() == Thread.State.TIMED_WAITING);
    return thread;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(SECONDS.toMillis(30));
      assertThat(thread.isAlive()).isFalse();
    }
  }
}
