package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.script.KeptTables;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How plans are run.
 *
 * @param versionTable the version table: {@code TABLE} or {@code SCHEMA.TABLE}. Without a schema it
 *     is in the one in which the connection begins. A part that holds a point stands in double
 *     quotes; capital letters count
 * @param listener who hears of a run
 * @param clock what journal and durations are measured with
 * @param lockWait how long to wait for another run to end, and, with each statement, for a SQLite
 *     file that another connection has locked
 * @param lockTimeout how long a statement waits for a lock on a table (PostgreSQL), and who only
 *     looks, for a locked file (SQLite)
 * @param transactions how many a run has
 * @param unknownRows what becomes of rows that no script knows
 * @param backup which runs begin with a backup
 */
public record RunSettings(
    String versionTable,
    MigrationListener listener,
    Clock clock,
    Duration lockWait,
    Duration lockTimeout,
    Transactions transactions,
    UnknownRows unknownRows,
    BackupPolicy backup) {

  /** What is right unless somebody says otherwise. */
  public static final RunSettings DEFAULT =
      new RunSettings(
          "alembic_version",
          MigrationListener.SILENT,
          Clock.systemUTC(),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Transactions.ONE_FOR_EACH_REVISION,
          UnknownRows.REFUSED,
          BackupPolicy.AUTO);

  /** How many transactions a run has. */
  public enum Transactions {
    /** After a failure the revisions before the failed one stay. */
    ONE_FOR_EACH_REVISION,
    /** After a failure nothing stays; refuses revisions that run outside a transaction. */
    ONE_FOR_ALL
  }

  /** What becomes of rows of the version table that no script knows. */
  public enum UnknownRows {
    /** The database is ahead of the scripts: nothing is run. */
    REFUSED,
    /** They belong to somebody else, who shares the table. */
    LEFT_ALONE
  }

  public RunSettings {
    requireNonNull(versionTable, "versionTable");
    requireNonNull(listener, "listener");
    requireNonNull(clock, "clock");
    requireNonNull(lockWait, "lockWait");
    requireNonNull(lockTimeout, "lockTimeout");
    requireNonNull(transactions, "transactions");
    requireNonNull(unknownRows, "unknownRows");
    requireNonNull(backup, "backup");
    VersionTableName.parse(versionTable);
    if (lockWait.isNegative() || lockTimeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "A lock is waited for from 0 on, and a table's lock from a millisecond on; found %s and %s."
              .formatted(lockWait, lockTimeout));
    }
  }

  /** Why no version table can be called so, as the end of a sentence; empty if one can. */
  public static Optional<String> versionTableFault(String name) {
    return VersionTableName.fault(name);
  }

  /** The tables that no script may change. */
  KeptTables keptTables() {
    VersionTableName name = VersionTableName.parse(versionTable);
    return new KeptTables(name.schemaOrNull(), name.table(), Journal.NAME);
  }

  public RunSettings withVersionTable(String value) {
    return new RunSettings(
        value, listener, clock, lockWait, lockTimeout, transactions, unknownRows, backup);
  }

  public RunSettings withListener(MigrationListener value) {
    return new RunSettings(
        versionTable, value, clock, lockWait, lockTimeout, transactions, unknownRows, backup);
  }

  public RunSettings withClock(Clock value) {
    return new RunSettings(
        versionTable, listener, value, lockWait, lockTimeout, transactions, unknownRows, backup);
  }

  public RunSettings withLockWait(Duration value) {
    return new RunSettings(
        versionTable, listener, clock, value, lockTimeout, transactions, unknownRows, backup);
  }

  public RunSettings withLockTimeout(Duration value) {
    return new RunSettings(
        versionTable, listener, clock, lockWait, value, transactions, unknownRows, backup);
  }

  public RunSettings withTransactions(Transactions value) {
    return new RunSettings(
        versionTable, listener, clock, lockWait, lockTimeout, value, unknownRows, backup);
  }

  public RunSettings withUnknownRows(UnknownRows value) {
    return new RunSettings(
        versionTable, listener, clock, lockWait, lockTimeout, transactions, value, backup);
  }

  public RunSettings withBackup(BackupPolicy value) {
    return new RunSettings(
        versionTable, listener, clock, lockWait, lockTimeout, transactions, unknownRows, value);
  }
}
