package dev.aludel.persistence.jooq;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether other threads worked with storages while a call ran; closed when the call ends. */
final class Company implements AutoCloseable {

  private static final AtomicInteger BUSY = new AtomicInteger();
  private static final AtomicInteger ENTRANCES = new AtomicInteger();
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private final int entrances;
  private final boolean wasAlone;

  private Company(int entrances, boolean wasAlone) {
    this.entrances = entrances;
    this.wasAlone = wasAlone;
  }

  /** A call or a block of this thread begins, maybe inside another one. */
  static Company entered() {
    DEPTH.set(DEPTH.get() + 1);
    if (DEPTH.get() == 1) {
      BUSY.incrementAndGet();
      ENTRANCES.incrementAndGet();
    }
    return new Company(ENTRANCES.get(), BUSY.get() == 1);
  }

  boolean isAlone() {
    return wasAlone && ENTRANCES.get() == entrances;
  }

  @Override
  public void close() {
    DEPTH.set(DEPTH.get() - 1);
    if (DEPTH.get() == 0) {
      BUSY.decrementAndGet();
    }
  }
}
