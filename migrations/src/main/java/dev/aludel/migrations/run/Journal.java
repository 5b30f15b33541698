package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.run.UnfinishedStep.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code aludel_journal}: one row for each revision that was applied or reverted, in the
 * transaction of the revision. Where a revision runs outside a transaction, its row comes first,
 * with no finishing time, and follows the statements.
 */
final class Journal {
  static final String NAME = "aludel_journal";

  private static final int STANDARD_WIDTH = 32;

  // sequence counts without autoincrement, which would leave a table of its own behind.
  private static final String CREATE =
      """
      create table %s (
        sequence bigint not null,
        revision varchar(%d) not null,
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

  private static final String NEXT_SEQUENCE = "select coalesce(max(sequence), 0) + 1 from %s";

  private static final String INSERT =
      """
      insert into %s (revision, direction, checksum, started_time, finished_time,
        statements, aludel_version, host, os_user, sequence)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String UNFINISHED =
      """
      select sequence, statements, running_statement, checksum from %1$s
      where finished_time is null and direction = ?
        and sequence = (select max(sequence) from %1$s where revision = ?)""";

  private final Dialect dialect;
  private final TableName table;
  private final String shownName;
  private final int width;

  /**
   * @param table where it is, or is made
   * @param shownName what messages call it
   * @param width how many characters its column for ids takes where it is made
   */
  Journal(Dialect dialect, TableName table, String shownName, int width) {
    this.dialect = dialect;
    this.table = table;
    this.shownName = shownName;
    this.width = width;
  }

  /** Where it is, or is made. */
  TableName table() {
    return table;
  }

  String quotedName() {
    return dialect.quoted(table);
  }

  String createStatement() {
    return CREATE.formatted(quotedName(), width);
  }

  /**
   * Makes the table if it is not there.
   *
   * @param longestId how many characters the longest id has that will be written
   * @throws VersionTableException if it is there, and too narrow
   */
  void createIfAbsent(Connection connection, int longestId) throws SQLException {
    if (dialect.hasTable(connection, table)) {
      refuseNarrowness(connection, longestId);
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(createStatement());
    }
  }

  private void refuseNarrowness(Connection connection, int longestId) throws SQLException {
    int present =
        longestId <= STANDARD_WIDTH
            ? Integer.MAX_VALUE
            : dialect.width(connection, table, "revision");
    if (present < longestId) {
      throw new VersionTableException(
          "The column revision of the journal %s takes %d characters, and an id has %d. %s"
              .formatted(shownName, present, longestId, widening(longestId)));
    }
  }

  /** How the column takes ids of so many characters, as a sentence. */
  String widening(int characters) {
    return "Widen it with \"alter table %s alter column revision type varchar(%d)\", and run again."
        .formatted(quotedName(), characters);
  }

  /** How messages name it in SQL. */
  String shownName() {
    return shownName;
  }

  /** What adds the row {@code sequence} for a step that has run. */
  RowChange addition(PreparedStep step, Instant started, Instant finished, long sequence) {
    return addition(step, started, finished.toEpochMilli(), step.journaled(), sequence);
  }

  private RowChange addition(
      PreparedStep step, Instant started, @Nullable Long finished, int statements, long sequence) {
    Author author = Author.ofThisProcess();
    return RowChange.of(
        INSERT.formatted(quotedName()),
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
    try (PreparedStatement query =
        connection.prepareStatement(UNFINISHED.formatted(quotedName()))) {
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
  private void adopt(
      Connection connection, PreparedStep step, String checksum, UnfinishedStep unfinished)
      throws SQLException {
    if (checksum.equals(step.checksum())) {
      return;
    }
    if (unfinished.done() + unfinished.running() > 0) {
      throw new InterruptedStepException(
          "%s did not end: %d of its statements ran outside a transaction, and its script has changed since. If the first %d are still the same, run \"update %s set checksum = '%s' where sequence = %d\". If not, undo by hand what they did, and run \"delete from %s where sequence = %d\". Then run again."
              .formatted(
                  step.title(),
                  unfinished.done(),
                  unfinished.done(),
                  shownName,
                  step.checksum(),
                  unfinished.sequence(),
                  shownName,
                  unfinished.sequence()));
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update %s set checksum = ? where sequence = ?".formatted(quotedName()))) {
      update.setString(1, step.checksum());
      update.setLong(2, unfinished.sequence());
      update.executeUpdate();
    }
  }

  private void begin(Connection connection, PreparedStep step, Instant started, long sequence)
      throws SQLException {
    addition(step, started, null, 0, sequence).make(connection);
  }

  /** The number of the next row. */
  long nextSequence(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NEXT_SEQUENCE.formatted(quotedName()))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The statement {@code number}, from 1, is about to run. */
  void running(Connection connection, long sequence, int number) throws SQLException {
    update(connection, "running_statement = ?", number, sequence);
  }

  /** {@code statements} of the step have run, and none is running. */
  void ran(Connection connection, long sequence, int statements) throws SQLException {
    update(connection, "running_statement = 0, statements = ?", statements, sequence);
  }

  void finish(Connection connection, long sequence, Instant finished) throws SQLException {
    update(connection, "finished_time = ?", finished.toEpochMilli(), sequence);
  }

  private void update(Connection connection, String change, long value, long sequence)
      throws SQLException {
    String sql = "update %s set %s where sequence = ?".formatted(quotedName(), change);
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, value);
      update.setLong(2, sequence);
      update.executeUpdate();
    }
  }
}
