package dev.aludel.persistence.testkit.wrong;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.TestDatabase;

/** The tests of an adapter, as its author would write them; run by {@code MistakesTest} alone. */
final class WrongAdapter extends AdapterContract {

  /** The mistake of the adapter that is tried on this thread. */
  static final ThreadLocal<Mistake> MISTAKE = ThreadLocal.withInitial(() -> Mistake.NONE);

  private record Database(String url) implements TestDatabase {
    @Override
    public void close() {
      // It is gone with its storage.
    }
  }

  @Override
  protected TestDatabase newDatabase() {
    return new Database(WrongStorageProvider.url(MISTAKE.get()));
  }
}
