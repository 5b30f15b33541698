package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.run.UnfinishedStep.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code aludel_journal}: one row for each revision that was applied or reverted, in the
 * transaction of the revision. Where a revision runs outside a transaction, its row comes first,
 * with no finishing time, and follows the statements.
 */
final class Journal {
  static final String NAME = "aludel_journal";

  // sequence counts without autoincrement, which would leave a table of its own behind.
  static final String CREATE =
      """
      create table aludel_journal (
        sequence bigint not null,
        revision varchar(32) not null,
        direction varchar(9) not null,
        checksum varchar(64) not null,
        started_time bigint not null,
        finished_time bigint,
        statements integer not null,
        running_statement integer not null default 0,
        aludel_version varchar(32) not null,
        host varchar(255),
        os_user varchar(255),
        constraint aludel_journal_pkc primary key (sequence)
      )""";

  private static final String NEXT_SEQUENCE =
      "select coalesce(max(sequence), 0) + 1 from aludel_journal";

  private static final String INSERT =
      """
      insert into aludel_journal (revision, direction, checksum, started_time, finished_time,
        statements, aludel_version, host, os_user, sequence)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String UNFINISHED =
      """
      select sequence, statements, running_statement, checksum from aludel_journal
      where finished_time is null and direction = ?
        and sequence = (select max(sequence) from aludel_journal where revision = ?)""";

  private final Dialect dialect;

  Journal(Dialect dialect) {
    this.dialect = dialect;
  }

  void createIfAbsent(Connection connection) throws SQLException {
    if (!dialect.hasTable(connection, NAME)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(CREATE);
      }
    }
  }

  /** What adds the row {@code sequence} for a step that has run. */
  static RowChange addition(PreparedStep step, Instant started, Instant finished, long sequence) {
    return addition(step, started, finished.toEpochMilli(), step.journaled(), sequence);
  }

  private static RowChange addition(
      PreparedStep step, Instant started, @Nullable Long finished, int statements, long sequence) {
    Author author = Author.ofThisProcess();
    return RowChange.of(
        INSERT,
        step.step().revision().id().value(),
        step.step().direction().word(),
        step.checksum(),
        started.toEpochMilli(),
        finished,
        statements,
        author.aludelVersion(),
        author.host(),
        author.user(),
        sequence);
  }

  /**
   * The row of a step that runs outside a transaction: the one that an earlier run left unfinished,
   * or a new one.
   *
   * @param sequence the number of a new one
   * @throws InterruptedStepException if the script is another than that of the earlier run
   */
  UnfinishedStep resume(Connection connection, PreparedStep step, Instant started, long sequence)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(UNFINISHED)) {
      query.setString(1, step.step().direction().word());
      query.setString(2, step.step().revision().id().value());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          begin(connection, step, started, sequence);
          return new UnfinishedStep(sequence, 0, 0, Origin.NEW);
        }
        UnfinishedStep unfinished =
            new UnfinishedStep(row.getLong(1), row.getInt(2), row.getInt(3), Origin.EARLIER_RUN);
        adopt(connection, step, row.getString(4), unfinished);
        return unfinished;
      }
    }
  }

  /** Nothing of another script has run, or it is refused to mix the two. */
  private static void adopt(
      Connection connection, PreparedStep step, String checksum, UnfinishedStep unfinished)
      throws SQLException {
    if (checksum.equals(step.checksum())) {
      return;
    }
    if (unfinished.done() + unfinished.running() > 0) {
      throw new InterruptedStepException(
          "%s did not end: %d of its statements ran outside a transaction, and its script has changed since. If the first %d are still the same, run \"update aludel_journal set checksum = '%s' where sequence = %d\". If not, undo by hand what they did, and run \"delete from aludel_journal where sequence = %d\". Then run again."
              .formatted(
                  step.title(),
                  unfinished.done(),
                  unfinished.done(),
                  step.checksum(),
                  unfinished.sequence(),
                  unfinished.sequence()));
    }
    try (PreparedStatement update =
        connection.prepareStatement("update aludel_journal set checksum = ? where sequence = ?")) {
      update.setString(1, step.checksum());
      update.setLong(2, unfinished.sequence());
      update.executeUpdate();
    }
  }

  private void begin(Connection connection, PreparedStep step, Instant started, long sequence)
      throws SQLException {
    RowChange row = addition(step, started, null, 0, sequence);
    RowChange.make(List.of(row), connection, dialect);
  }

  /** The number of the next row. */
  static long nextSequence(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NEXT_SEQUENCE)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The statement {@code number}, from 1, is about to run. */
  void running(Connection connection, long sequence, int number) throws SQLException {
    update(
        connection,
        "update aludel_journal set running_statement = ? where sequence = ?",
        number,
        sequence);
  }

  /** {@code statements} of the step have run, and none is running. */
  void ran(Connection connection, long sequence, int statements) throws SQLException {
    update(
        connection,
        "update aludel_journal set running_statement = 0, statements = ? where sequence = ?",
        statements,
        sequence);
  }

  void finish(Connection connection, long sequence, Instant finished) throws SQLException {
    update(
        connection,
        "update aludel_journal set finished_time = ? where sequence = ?",
        finished.toEpochMilli(),
        sequence);
  }

  private static void update(Connection connection, String sql, long value, long sequence)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, value);
      update.setLong(2, sequence);
      update.executeUpdate();
    }
  }
}
