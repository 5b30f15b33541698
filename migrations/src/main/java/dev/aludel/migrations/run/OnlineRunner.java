package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Runs plans against a database. Thread-safe; each run opens a connection of its own. */
public final class OnlineRunner {
  private final Database database;
  private final ScriptDirectory scripts;
  private final Dialect dialect;
  private final VersionTable versions;
  private final Journal journal;
  private final MigrationListener listener;
  private final Clock clock;

  public OnlineRunner(
      Database database,
      ScriptDirectory scripts,
      String versionTable,
      MigrationListener listener,
      Clock clock) {
    this.database = requireNonNull(database, "database");
    this.scripts = requireNonNull(scripts, "scripts");
    this.dialect = Dialects.of(database.product());
    this.versions = new VersionTable(dialect, versionTable);
    this.journal = new Journal(dialect, Author.ofThisProcess());
    this.listener = requireNonNull(listener, "listener");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * The rows of the version table; none if there is no table or no database. Creates nothing.
   *
   * @throws VersionTableException if a row stands there twice
   */
  public Set<String> rows() {
    return read(versions::read).orElse(Set.of());
  }

  /** The version table as it is, its faults told and not refused. Creates nothing. */
  public VersionTableContent inspectVersionTable() {
    return read(versions::inspect).orElse(VersionTableContent.NONE);
  }

  private <T> Optional<T> read(Query<T> query) {
    Optional<Connection> opened = database.openIfPresent();
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = opened.get()) {
      return Optional.of(query.of(connection));
    } catch (SQLException e) {
      throw failed("Cannot read the version table of " + database, e);
    }
  }

  /**
   * Runs {@code plan}, each step in a transaction of its own with its version rows and its journal
   * row. All scripts are read and translated before the first one runs.
   *
   * @throws MigrationFailedException if a step fails; the steps before it stay
   * @throws IrreversibleException if a step has no way back; nothing was run
   * @throws dev.aludel.migrations.script.ScriptException if a script is not right; nothing was run
   */
  public MigrationResult run(Plan plan) {
    if (plan.isEmpty()) {
      return new MigrationResult(List.of(), plan.rowsBefore(), plan.rowsAfter());
    }
    List<PreparedStep> prepared = plan.steps().stream().map(this::prepare).toList();
    rehearse(prepared);
    listener.planned(plan);
    try (Connection connection = database.open();
        Session session = Session.on(connection, dialect)) {
      return new MigrationResult(run(session, prepared, plan), plan.rowsBefore(), plan.rowsAfter());
    } catch (SQLException e) {
      throw failed("Cannot use " + database, e);
    }
  }

  private PreparedStep prepare(Step step) {
    return PreparedStep.of(step, scripts.script(step.revision().id()), dialect);
  }

  // A database that is not there yet is an empty one; asking does not create it.
  private void rehearse(List<PreparedStep> prepared) {
    Optional<Connection> opened = database.openIfPresent();
    try (Connection connection =
        opened.isPresent() ? opened.get() : DriverManager.getConnection("jdbc:sqlite::memory:")) {
      dialect.rehearse(
          connection, prepared.stream().flatMap(step -> step.statements().stream()).toList());
    } catch (SQLException e) {
      throw failed("Cannot read the schema of " + database, e);
    }
  }

  private List<CompletedStep> run(Session session, List<PreparedStep> steps, Plan plan) {
    List<CompletedStep> completed = new ArrayList<>();
    Set<String> rows = new TreeSet<>(plan.rowsBefore());
    for (PreparedStep step : steps) {
      StepRunner runner =
          new StepRunner(session, versions, journal, listener, clock, List.copyOf(completed));
      listener.started(step.step());
      CompletedStep done =
          step.execution() == Execution.TRANSACTIONAL
              ? runner.runInTransaction(step, rows)
              : runner.runOutsideTransaction(step, rows);
      completed.add(done);
      rows.removeAll(step.rowsRemoved());
      step.step().rows().added().forEach(added -> rows.add(added.value()));
      listener.finished(done);
    }
    return completed;
  }

  /**
   * Writes version rows without running anything, in one transaction. Creates the version table if
   * it is absent.
   *
   * @throws VersionTableException if the table is not as it should be; nothing was changed
   */
  public void stamp(Stamp stamp) {
    inTransaction(
        "Cannot stamp " + database,
        connection -> {
          VersionTableState state = versions.createIfAbsent(connection);
          refuseOtherRows(versions.read(connection), stamp.rowsBefore());
          versions.replace(connection, stamp.removed(), stamp.added());
          return state;
        });
  }

  /**
   * Creates the version table, and the database where that is its way, if it is absent.
   *
   * @throws VersionTableException if the table is not as it should be
   */
  public VersionTableState ensureVersionTable() {
    return inTransaction(
        "Cannot create the version table of " + database, versions::createIfAbsent);
  }

  private <T> T inTransaction(String whatFails, Query<T> work) {
    try (Connection connection = database.open();
        Session session = Session.on(connection, dialect)) {
      session.begin();
      try {
        T result = work.of(connection);
        session.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        session.rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw failed(whatFails, e);
    }
  }

  @FunctionalInterface
  private interface Query<T> {
    T of(Connection connection) throws SQLException;
  }

  private static void refuseOtherRows(Set<String> found, Set<String> expected) {
    if (!found.equals(expected)) {
      throw new MigrationFailedException(StepRunner.otherRows(found, expected), List.of());
    }
  }

  private static MigrationFailedException failed(String what, SQLException e) {
    return new MigrationFailedException(
        "%s: the database says \"%s\". Nothing was changed.".formatted(what, DatabaseWords.of(e)),
        null,
        List.of(),
        e);
  }
}
