package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.RememberedSession;
import dev.aludel.migrations.dialect.RememberedSession.Extent;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.effect.SessionTraces;
import dev.aludel.migrations.effect.UnseenCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the session of a run as it was at its beginning whenever a revision begins or Aludel itself
 * works. Costs nothing where no script may have changed it.
 */
final class SessionKeeper {
  private final Connection connection;
  private final Dialect dialect;
  private @Nullable RememberedSession beginning;
  private List<String> announced = List.of();
  private boolean changed;
  private @Nullable Set<UnseenCall> unseenCalls; // null where the database has to be asked

  SessionKeeper(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Remembers the session if one of {@code steps}, which run next, may change it. */
  void remember(List<PreparedStep> steps) throws SQLException {
    if (mayChange(steps)) {
      List<String> own = steps.stream().flatMap(step -> step.traces().own().stream()).toList();
      putBack(Extent.ALL);
      beginning = dialect.remember(connection, own);
      announced = own;
      changed = true;
    }
    if (steps.stream().anyMatch(step -> !step.traces().own().isEmpty())) {
      unseenCalls = null; // own SQL may make a trigger
    }
  }

  // The database is asked only where its answer counts.
  private boolean mayChange(List<PreparedStep> steps) throws SQLException {
    if (mayChange(steps, Set.of())) {
      return true;
    }
    if (steps.stream().allMatch(step -> step.traces().calls().isEmpty())) {
      return false;
    }
    if (unseenCalls == null) {
      unseenCalls = dialect.unseenCalls(connection);
    }
    return mayChange(steps, unseenCalls);
  }

  private static boolean mayChange(List<PreparedStep> steps, Set<UnseenCall> unseenCalls) {
    Set<UnseenCall> known = EnumSet.noneOf(UnseenCall.class);
    known.addAll(unseenCalls);
    steps.forEach(step -> known.addAll(step.traces().known()));
    return steps.stream().anyMatch(step -> step.traces().mayRemain(known));
  }

  /** Puts back what the steps that were announced have changed. */
  void putBack(Extent extent) throws SQLException {
    if (changed && beginning != null) {
      beginning.putBack(connection, extent);
      changed = extent != Extent.ALL;
    }
  }

  /**
   * As {@link #putBack} of all that a transaction can put back, its limits among it.
   *
   * @param lockTimeout how long its statements wait for a lock on a table
   */
  void putBackInTransaction(Duration lockTimeout) throws SQLException {
    if (changed) {
      putBack(Extent.IN_TRANSACTION);
      Optional<String> limit = dialect.limitStatement(lockTimeout);
      if (limit.isPresent()) {
        Session.execute(connection, limit.get());
      }
    }
  }

  /** Whether {@code statement} changes the session and nothing else. */
  boolean isAll(TranslatedStatement statement) {
    return SessionTraces.isAll(statement.sql(), dialect.product().syntax());
  }

  /** Something that Aludel does between the statements of a step. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /** Does {@code work} with the settings of the beginning, and goes on with those of the script. */
  void asAtTheBeginning(Work work) throws SQLException {
    if (!changed || beginning == null) {
      work.run();
      return;
    }
    RememberedSession script = dialect.remember(connection, announced);
    beginning.putBack(connection, Extent.SETTINGS);
    try {
      work.run();
    } finally {
      script.putBack(connection, Extent.SETTINGS);
    }
  }
}
