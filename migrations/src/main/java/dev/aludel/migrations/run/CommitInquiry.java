package dev.aludel.migrations.run;

import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.revision.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Finds out on another connection what became of a commit that was not answered. */
final class CommitInquiry {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 20;

  private final Database database;
  private final Dialect dialect;
  private final VersionTable versions;
  private final ReadTransaction reading;

  CommitInquiry(
      Database database, Dialect dialect, VersionTable versions, ReadTransaction reading) {
    this.database = database;
    this.dialect = dialect;
    this.versions = versions;
    this.reading = reading;
  }

  /** What became of a commit. */
  enum Outcome {
    TOOK_EFFECT,
    TOOK_NO_EFFECT,
    /** No other connection is to be had, or it shows rows of neither kind. */
    UNKNOWN
  }

  /**
   * What became of the commit of {@code session}, which is of no more use.
   *
   * @param before the version rows if it took no effect
   * @param after the version rows if it took effect
   * @param failure of the commit; why it cannot be told is added to it
   */
  Outcome outcome(Session session, Set<String> before, Set<String> after, SQLException failure) {
    try {
      session.connection().close(); // a pool may have no other one before it gets this one back
      Optional<Connection> other = database.openIfPresent();
      if (other.isEmpty()) {
        return Outcome.UNKNOWN;
      }
      try (Connection connection = other.get()) {
        return outcome(connection, session, before, after);
      }
    } catch (SQLException | MigrationException e) {
      failure.addSuppressed(e);
      return Outcome.UNKNOWN;
    }
  }

  private Outcome outcome(
      Connection connection, Session session, Set<String> before, Set<String> after)
      throws SQLException {
    if (!hasEnded(connection, session)) {
      return Outcome.UNKNOWN;
    }
    Set<String> rows = reading.read(connection, versions::read);
    if (rows.equals(after)) {
      return Outcome.TOOK_EFFECT;
    }
    return rows.equals(before) ? Outcome.TOOK_NO_EFFECT : Outcome.UNKNOWN;
  }

  // A server may go on committing for somebody who is no longer there.
  private boolean hasEnded(Connection connection, Session session) throws SQLException {
    long start = System.nanoTime();
    while (dialect.isAlive(connection, session.id())) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
    return true;
  }
}
