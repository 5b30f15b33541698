package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.plan.Step;
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
        aludel_version varchar(32) not null,
        host varchar(255),
        os_user varchar(255),
        constraint aludel_journal_pkc primary key (sequence)
      )""";

  private static final String INSERT =
      """
      insert into aludel_journal (sequence, revision, direction, checksum, started_time,
        finished_time, statements, aludel_version, host, os_user)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Dialect dialect;
  private final Author author;

  Journal(Dialect dialect, Author author) {
    this.dialect = dialect;
    this.author = author;
  }

  /** What a row says of a revision. */
  record Entry(
      Step step, String checksum, Instant started, @Nullable Instant finished, int statements) {}

  void createIfAbsent(Connection connection) throws SQLException {
    if (!dialect.hasTable(connection, NAME)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(CREATE);
      }
    }
  }

  /** Adds a row and returns its sequence. */
  long add(Connection connection, Entry entry) throws SQLException {
    long sequence = nextSequence(connection);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, sequence);
      insert.setString(2, entry.step().revision().id().value());
      insert.setString(3, entry.step().direction().word());
      insert.setString(4, entry.checksum());
      insert.setLong(5, entry.started().toEpochMilli());
      insert.setObject(6, entry.finished() == null ? null : entry.finished().toEpochMilli());
      insert.setInt(7, entry.statements());
      insert.setString(8, author.aludelVersion());
      insert.setString(9, author.host());
      insert.setString(10, author.user());
      insert.executeUpdate();
    }
    return sequence;
  }

  private static long nextSequence(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select coalesce(max(sequence), 0) + 1 from aludel_journal")) {
      row.next();
      return row.getLong(1);
    }
  }

  void progress(Connection connection, long sequence, int statements) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update aludel_journal set statements = ? where sequence = ?")) {
      update.setInt(1, statements);
      update.setLong(2, sequence);
      update.executeUpdate();
    }
  }

  void finish(Connection connection, long sequence, Instant finished) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update aludel_journal set finished_time = ? where sequence = ?")) {
      update.setLong(1, finished.toEpochMilli());
      update.setLong(2, sequence);
      update.executeUpdate();
    }
  }
}
