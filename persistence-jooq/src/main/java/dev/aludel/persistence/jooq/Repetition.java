package dev.aludel.persistence.jooq;

import dev.aludel.domain.TransientStorageException;
import dev.aludel.persistence.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The runs of one block, and what is waited for between them; closed after the last. */
final class Repetition implements AutoCloseable {

  /** Why a run failed. */
  enum Reason {
    ANOTHER_TRANSACTION,
    ELSE
  }

  private final RetryPolicy policy;
  private final RerunTurn turn;
  private final long start = System.nanoTime();
  private int failedRuns;
  private boolean hasTurn;

  Repetition(RetryPolicy policy, RerunTurn turn) {
    this.policy = policy;
    this.turn = turn;
  }

  /** Waits until the block may run again, or throws the failure, after which it may not. */
  void awaitNext(TransientStorageException failure, Reason reason) {
    failedRuns++;
    Duration since = Duration.ofNanos(System.nanoTime() - start);
    if (!policy.allowsAnother(failedRuns, since)) {
      throw failure;
    }
    try {
      if (reason == Reason.ANOTHER_TRANSACTION && policy.takesTurns()) {
        awaitTurn(failure, left(since));
      } else {
        close(); // nobody waits for who pauses
        pause(policy.delayAfter(failedRuns, ThreadLocalRandom.current()), left(since));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(interrupted);
      throw failure;
    }
  }

  // Longer than anybody waits, and as nanoseconds still a number.
  private Duration left(Duration since) {
    return policy.limit().map(limit -> limit.minus(since)).orElse(Duration.ofDays(365));
  }

  private void awaitTurn(TransientStorageException failure, Duration left)
      throws InterruptedException {
    hasTurn = hasTurn || turn.take(left);
    if (!hasTurn) {
      throw failure;
    }
    Duration delay = policy.delayInTurn(failedRuns, ThreadLocalRandom.current());
    if (!delay.isZero()) {
      pause(delay, left);
    }
  }

  private static void pause(Duration delay, Duration left) throws InterruptedException {
    Duration shorter = delay.compareTo(left) < 0 ? delay : left;
    Thread.sleep(shorter.toMillis(), shorter.toNanosPart() % 1_000_000);
  }

  @Override
  public void close() {
    if (hasTurn) {
      hasTurn = false;
      turn.giveBack();
    }
  }
}
