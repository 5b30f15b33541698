package dev.aludel.benchmarks.crowd;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the threads of a work share. */
interface Crowd extends AutoCloseable {

  /** How a transaction begins that writes. */
  enum Begin {
    /** The session's last number is read, and then written. */
    BY_READING,
    /** It is written at once. */
    BY_WRITING
  }

  /** What one thread of it does. */
  interface Member extends AutoCloseable {

    /**
     * Stores a message with the session's next number, in one transaction.
     *
     * @return whether it was stored; false when the database refused
     */
    boolean append(String id, Begin begin);

    /** Reads a message that is there. */
    void find(String id) throws SQLException;

    @Override
    void close() throws SQLException;
  }

  /** For a further thread. */
  Member join() throws SQLException;

  @Override
  void close() throws SQLException;

  /** Runs each in a thread of its own, and waits for all. */
  static <T> List<T> together(List<? extends Callable<T>> tasks) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      return threads.invokeAll(tasks).stream().map(Crowd::result).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
