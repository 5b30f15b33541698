package dev.aludel.persistence.testkit;

/** An empty database that belongs to one test. */
public interface TestDatabase extends AutoCloseable {

  /** Its URL, for any number of storages. */
  String url();

  /** Removes it. */
  @Override
  void close();
}
