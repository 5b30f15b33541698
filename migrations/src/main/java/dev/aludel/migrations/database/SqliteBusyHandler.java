package dev.aludel.migrations.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.sqlite.BusyHandler;

/**
 * What a connection does each time it finds the file locked. SQLite calls it in the thread of the
 * statement; the driver hands on what is thrown here.
 */
public final class SqliteBusyHandler extends BusyHandler {
  private static final int GIVE_UP = 0;
  private static final int TRY_AGAIN = 1;
  private static final long LONGEST_PAUSE_MILLIS = 50;
  // Others hold their locks for some milliseconds each; a person is told what lasts.
  private static final Duration UNTOLD = Duration.ofMillis(500);

  // The driver tells nobody which handler a connection has.
  private static final Map<Connection, SqliteBusyHandler> INSTALLED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final FileLockWait wait;
  private long start;
  private boolean told;

  private SqliteBusyHandler(FileLockWait wait) {
    this.wait = wait;
  }

  static void install(Connection connection, FileLockWait wait) throws SQLException {
    SqliteBusyHandler handler = new SqliteBusyHandler(wait);
    BusyHandler.setHandler(connection, handler);
    INSTALLED.put(connection, handler);
  }

  /** Has it back after a {@code pragma busy_timeout}, if the connection began with one. */
  public static void reinstall(Connection connection) throws SQLException {
    SqliteBusyHandler handler = INSTALLED.get(connection);
    if (handler != null) {
      BusyHandler.setHandler(connection, handler);
    }
  }

  @Override
  protected int callback(int triesBefore) {
    if (triesBefore == 0) {
      start = System.nanoTime();
      told = false;
    }
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    Duration left = wait.longest().minus(waited);
    if (left.isNegative() || left.isZero()) {
      return GIVE_UP;
    }
    if (!told && waited.compareTo(UNTOLD) >= 0) {
      told = true;
      wait.waiting().run();
    }
    return pause(Math.min(left.toMillis() + 1, Math.min(1L + triesBefore, LONGEST_PAUSE_MILLIS)));
  }

  private static int pause(long millis) {
    try {
      Thread.sleep(millis);
      return TRY_AGAIN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GIVE_UP;
    }
  }
}
