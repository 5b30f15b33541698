package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.backup.BackupException;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.database.DatabaseMissingException;
import dev.aludel.migrations.database.FileLockWait;
import dev.aludel.migrations.database.SqliteDriver;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Stamp;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.ReadTransaction.Query;
import dev.aludel.migrations.run.RunSettings.Transactions;
import dev.aludel.migrations.run.StepFailure.Cause;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans against a database, one run at a time: a lock keeps other processes out. Thread-safe;
 * each run opens connections of its own.
 */
public final class OnlineRunner {
  private final Database database;
  private final Database lookedAt;
  private final ScriptDirectory scripts;
  private final RunSettings settings;
  private final Dialect dialect;
  private final TableFinder tables;
  private final AppliedRevisions applied;
  private final MigrationLocks locks;
  private final Backups backups;
  private final ReadTransaction reading;

  public OnlineRunner(Database database, ScriptDirectory scripts, RunSettings settings) {
    this.scripts = requireNonNull(scripts, "scripts");
    this.settings = requireNonNull(settings, "settings");
    this.database = requireNonNull(database, "database").waiting(fileLock(settings.lockWait()));
    this.lookedAt = database.waiting(fileLock(settings.lockTimeout()));
    this.dialect = Dialects.of(this.database.product());
    this.tables = TableFinder.of(dialect, settings, scripts);
    this.applied = new AppliedRevisions(dialect, scripts);
    this.locks = new MigrationLocks(this.database, settings, tables);
    this.backups = new Backups(this.database, tables, settings);
    this.reading = new ReadTransaction(dialect, settings.lockTimeout());
  }

  private FileLockWait fileLock(Duration longest) {
    return new FileLockWait(longest, settings.listener()::waitingForFile);
  }

  /**
   * The rows of the version table; none if there is no table or no database. Creates nothing.
   *
   * @throws VersionTableException if a row stands there twice
   */
  public Set<String> rows() {
    return rowsOf(lookedAt);
  }

  private Set<String> rowsOf(Database from) {
    return read(from, "version table", open -> tables.versions(open).read(open)).orElse(Set.of());
  }

  /**
   * Refuses a database that is not there, for what makes none.
   *
   * @param intent how the message begins
   */
  public void refuseMissing(String intent) {
    if (database.missingFile().isPresent()) {
      throw new DatabaseMissingException(
          "%s %s: there is no such file. Name one that is there.".formatted(intent, database));
    }
  }

  /** The version table as it is, its faults told and not refused. Creates nothing. */
  public VersionTableContent inspectVersionTable() {
    return inspectVersionTable(lookedAt);
  }

  private VersionTableContent inspectVersionTable(Database of) {
    return read(of, "version table", open -> tables.versions(open).inspect(open))
        .orElse(VersionTableContent.NONE);
  }

  /**
   * The tables of a database to which no revision was applied, or stamped, by name: those that
   * somebody else made. None where one was. Creates nothing.
   */
  public List<String> tablesOfOthers() {
    return read(lookedAt, "tables", new TablesOfOthers(dialect, tables)::read).orElse(List.of());
  }

  /**
   * How the revisions that are applied were applied, by id, as far as the journal tells: what
   * another tool applied is not in it. Creates nothing.
   */
  public List<AppliedRevision> appliedRevisions() {
    return read(lookedAt, "journal", open -> applied.read(open, journal(open), rows(open)))
        .orElse(List.of());
  }

  /**
   * Those of them whose script has changed since, by id. Reads all of their scripts. Creates
   * nothing.
   */
  public List<ChangedScript> changedScripts() {
    return read(lookedAt, "journal", open -> applied.changed(open, journal(open), rows(open)))
        .orElse(List.of());
  }

  private Set<String> rows(Connection connection) throws SQLException {
    return tables.versions(connection).inspect(connection).rows();
  }

  private TableName journal(Connection connection) throws SQLException {
    return tables.journal(tables.schema(connection)).table();
  }

  private <T> Optional<T> read(Database from, String what, Query<T> query) {
    Optional<Connection> opened = from.openIfPresent();
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = opened.get()) {
      return Optional.of(reading.read(connection, query));
    } catch (SQLException e) {
      throw failed("Cannot read the %s of %s".formatted(what, database), e);
    }
  }

  /**
   * Runs the plan that {@code planning} makes from the version rows. Each step has a transaction of
   * its own, with its version rows and its journal row, unless the settings say otherwise. All
   * scripts are read and translated before the first one runs, and then the database is backed up
   * if the settings ask for it. Where another run was first, the plan is made anew from what it
   * left.
   *
   * @throws MigrationFailedException if a step fails; the steps before it stay
   * @throws LockTimeoutException if another run does not end in time
   * @throws BackupException if the database cannot be backed up; nothing was run
   * @throws IrreversibleException if a step has no way back; nothing was run
   * @throws InterruptedStepException if an earlier run left what nobody can judge; nothing was run
   * @throws ScriptException if a script is not right; nothing was run
   */
  public MigrationResult run(Function<Set<String>, Plan> planning) {
    backups.refuseImpossiblePolicy();
    Plan plan = planning.apply(rowsOf(database));
    if (plan.isEmpty()) {
      return nothingToDo(plan);
    }
    database.refuseReadOnly();
    Supplier<List<PreparedStep>> prepared = prepareBeforeOthers(plan);
    try {
      return locks.hold(
          held -> {
            Set<String> rows = rowsOf(database);
            boolean asPlanned =
                held.outcome() == LockWait.Outcome.AT_ONCE && rows.equals(plan.rowsBefore());
            return asPlanned
                ? run(plan, prepared.get(), held.lock())
                : runAnew(planning.apply(rows), held.lock());
          });
    } catch (SQLException e) {
      throw failed(
          "Cannot use " + database, e, "What the run had finished before, if anything, stays.");
    }
  }

  private Session session(Connection connection) {
    try {
      return Session.on(connection, dialect, settings.lockTimeout());
    } catch (SQLException e) {
      throw failed("Cannot use " + database, e);
    }
  }

  private MigrationResult runAnew(Plan plan, MigrationLock lock) throws SQLException {
    return plan.isEmpty() ? nothingToDo(plan) : run(plan, prepare(plan), lock);
  }

  private static MigrationResult nothingToDo(Plan plan) {
    return new MigrationResult(List.of(), plan.rowsBefore(), plan.rowsAfter(), null);
  }

  private MigrationResult run(Plan plan, List<PreparedStep> prepared, MigrationLock lock)
      throws SQLException {
    settings.listener().planned(plan);
    tellNotes(prepared);
    try (Connection connection = database.open();
        Session session = session(connection)) {
      settings.listener().opened(session::cancel);
      Optional<Path> backup = beforeRun(plan, prepared, connection);
      RunTables written =
          tables.tables(tables.schema(connection), RevisionId.longest(plan.writtenIds()));
      CommitInquiry inquiry = new CommitInquiry(database, dialect, written.versions(), reading);
      OpenRun run = new OpenRun(session, written, settings, lock, inquiry);
      List<CompletedStep> completed =
          settings.transactions() == Transactions.ONE_FOR_ALL
              ? new SingleTransaction(run, prepared, plan.rowsBefore()).run()
              : new StepSequence(run).run(prepared, plan.rowsBefore());
      return new MigrationResult(
          completed, plan.rowsBefore(), plan.rowsAfter(), backup.orElse(null));
    }
  }

  private void tellNotes(List<PreparedStep> prepared) {
    List<String> notes =
        prepared.stream().flatMap(step -> step.translated().notes().stream()).toList();
    if (!notes.isEmpty()) {
      settings.listener().noted(notes);
    }
  }

  private Optional<Path> beforeRun(Plan plan, List<PreparedStep> prepared, Connection connection) {
    try {
      List<ChangedScript> changed =
          reading.read(connection, open -> applied.changed(open, journal(open), plan.rowsBefore()));
      if (!changed.isEmpty()) {
        settings.listener().changed(changed);
      }
      return backups.beforeRun(plan, prepared, connection);
    } catch (SQLException e) {
      throw failed("Cannot read the journal of " + database, e);
    }
  }

  // A script may be wrong only because another run is at work, and has changed the schema and not
  // yet the rows: it is refused under the lock, and only if nobody held that.
  private Supplier<List<PreparedStep>> prepareBeforeOthers(Plan plan) {
    try {
      List<PreparedStep> prepared = prepare(plan);
      return () -> prepared;
    } catch (ScriptException e) {
      if (database.missingFile().isPresent()) {
        throw e; // nobody is at work, and a lock would leave its file
      }
      return () -> {
        throw e;
      };
    }
  }

  // A database that is not there yet is an empty one; asking does not create it.
  private List<PreparedStep> prepare(Plan plan) {
    Optional<Connection> opened = database.openIfPresent();
    try (Connection connection =
        opened.isPresent() ? opened.get() : SqliteDriver.connectInMemory()) {
      List<PreparedStep> prepared = prepare(plan, connection, ForeignKeys.ENFORCED);
      boolean guarded =
          settings.transactions() == Transactions.ONE_FOR_ALL
              && prepared.stream().anyMatch(PreparedStep::isGuarded);
      return guarded ? prepare(plan, connection, ForeignKeys.GUARDED) : prepared;
    } catch (SQLException e) {
      throw failed("Cannot read the schema of " + database, e);
    }
  }

  private List<PreparedStep> prepare(Plan plan, Connection connection, ForeignKeys foreignKeys)
      throws SQLException {
    try (Translation translation = dialect.translation(connection, foreignKeys)) {
      List<PreparedStep> prepared = new ArrayList<>();
      for (Step step : plan.steps()) {
        RevisionScript script = scripts.script(step.revision().id());
        prepared.add(PreparedStep.of(step, script, dialect, translation, settings));
      }
      return List.copyOf(prepared);
    }
  }

  /**
   * Writes version rows without running anything, in one transaction. Creates the version table if
   * it is absent and there is something to write.
   *
   * @param stamping what to write, from the rows as they are
   * @throws VersionTableException if the table is not as it should be; nothing was changed
   */
  public Stamp stamp(Function<Set<String>, Stamp> stamping) {
    Stamp planned = stamping.apply(rowsOf(database));
    if (planned.isEmpty()) {
      return planned;
    }
    database.refuseReadOnly();
    return inTransaction(
        "Cannot stamp " + database,
        connection -> {
          VersionTable versions = tables.versions(connection);
          versions.createIfAbsent(connection, RevisionId.longest(planned.added()));
          Stamp stamp = stamping.apply(versions.read(connection));
          versions
              .replace(connection, stamp.removed(), stamp.added(), stamp.rowsAfter())
              .ifPresent(
                  mismatch -> {
                    throw new VersionTableException(
                        "Cannot stamp %s: %s.".formatted(database, mismatch));
                  });
          return stamp;
        });
  }

  /**
   * Creates the version table, and the database where that is its way, if it is absent.
   *
   * @throws VersionTableException if the table is not as it should be
   */
  public VersionTableState ensureVersionTable() {
    return inTransaction(
        "Cannot create the version table of " + database,
        open -> tables.versions(open).createIfAbsent(open, 0));
  }

  /**
   * Backs up the database while no other run changes it.
   *
   * @param folder where the backup comes; null for the folder of the database
   * @return the new file
   * @throws BackupException if it is no SQLite file, or cannot be copied, or the folder is not
   *     there
   * @throws DatabaseMissingException if the file is not there
   */
  public Path backup(@Nullable Path folder) {
    backups.file();
    refuseMissing("Cannot back up");
    inspectVersionTable(database);
    try {
      return locks.hold(outcome -> backupNow(folder));
    } catch (SQLException e) {
      throw failed("Cannot back up " + database, e);
    }
  }

  private Path backupNow(@Nullable Path folder) throws SQLException {
    try (Connection connection = database.open();
        Session session = session(connection)) {
      return backups.now(session.connection(), folder);
    }
  }

  private <T> T inTransaction(String whatFails, Query<T> work) {
    try {
      return locks.hold(held -> transaction(whatFails, work));
    } catch (SQLException e) {
      throw failed(whatFails, e);
    }
  }

  private <T> T transaction(String whatFails, Query<T> work) throws SQLException {
    try (Connection connection = database.open();
        Session session = session(connection)) {
      try {
        session.begin(ForeignKeys.ENFORCED);
        T result = work.of(connection);
        commit(session, whatFails);
        return result;
      } catch (SQLException | RuntimeException e) {
        session.rollback(e);
        throw e;
      }
    }
  }

  private void commit(Session session, String whatFails) throws SQLException {
    try {
      session.commit();
    } catch (SQLException e) {
      if (!dialect.troubleOf(e).leavesDoubt()) {
        throw e;
      }
      throw failed(whatFails, e, "Whether it took effect all the same, \"current\" shows.");
    }
  }

  private MigrationFailedException failed(String what, SQLException e) {
    return failed(what, e, "Nothing was changed.");
  }

  private MigrationFailedException failed(String what, SQLException e, String state) {
    Cause cause = new Cause(e, dialect.troubleOf(e), 1);
    String advice =
        cause.trouble() == Trouble.OTHER ? "Mend that, and run again." : cause.trouble().advice();
    return new MigrationFailedException(
        "%s: %s. %s %s".formatted(what, cause.reason(), state, advice), null, List.of(), e);
  }
}
