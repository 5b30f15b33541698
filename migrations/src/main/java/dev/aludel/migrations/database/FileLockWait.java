package dev.aludel.migrations.database;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a connection waits while another one, of whatever program, has the file of a SQLite database
 * locked.
 *
 * @param longest how long each of its statements waits; zero for not at all
 * @param waiting told, in the thread that waits, that a statement has waited for a while; what it
 *     throws, the statement throws
 */
public record FileLockWait(Duration longest, Runnable waiting) {
  public FileLockWait {
    requireNonNull(longest, "longest");
    requireNonNull(waiting, "waiting");
  }

  /** A wait that nobody hears of. */
  public static FileLockWait silent(Duration longest) {
    return new FileLockWait(longest, () -> {});
  }
}
