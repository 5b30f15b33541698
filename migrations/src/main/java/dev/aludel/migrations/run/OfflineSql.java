package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a runner does by itself, as SQL of one database. */
abstract class OfflineSql {
  /** How many of the rows that stand in the way are shown. */
  static final int SHOWN_ROWS = 10;

  private final Dialect dialect;

  OfflineSql(Dialect dialect) {
    this.dialect = dialect;
  }

  static OfflineSql of(Dialect dialect) {
    return switch (dialect.product()) {
      case SQLITE -> new SqliteOfflineSql(dialect);
      case POSTGRESQL -> new PostgresOfflineSql(dialect);
    };
  }

  final Dialect dialect() {
    return dialect;
  }

  /** The command that runs a script and ends at the first error. */
  abstract String command();

  /** What stands before the first transaction. */
  abstract List<String> preamble();

  /** What opens a transaction. */
  abstract List<String> begin(ForeignKeys foreignKeys);

  /** What ends a transaction that {@link #begin} opened. */
  abstract List<String> commit(ForeignKeys foreignKeys);

  /** Makes a table, or leaves the one that is there. */
  abstract String createIfAbsent(TableName table, String createStatement);

  /** What keeps other writers from {@code table} until the transaction ends. */
  abstract List<String> lock(TableName table);

  /**
   * A query that has a row, of text, when a column takes less than so many characters; empty where
   * nothing limits it.
   */
  abstract Optional<String> narrowness(TableName table, String column, int characters);

  /**
   * A query that has a row, of text, when the session does not begin in {@code schema}; empty where
   * every session does.
   */
  abstract Optional<String> otherBeginning(String schema);

  /** A query that has a row, of text, when there is no such schema; empty where it is always. */
  abstract Optional<String> missingSchema(String schema);

  /**
   * What ends the run with {@code complaint} when {@code query}, of one column of text, has rows.
   */
  abstract List<String> guard(String query, String complaint);

  /** What tells whoever runs the script the rows of {@code query}, of one column of text. */
  abstract List<String> note(String query);

  /**
   * A query that has a row, of text, when the version table has other rows than these.
   *
   * @param source the version table, and which rows of it count
   */
  abstract String otherRows(String source, Set<String> rows);

  /** This moment in epoch milliseconds, cut. */
  abstract String now();

  /** {@code sql} as the database's shell passes it on unchanged. */
  abstract String passedOn(String sql);

  /** A translation whose statements the database's shell passes on unchanged. */
  abstract Translation passedOn(Translation translation);

  /** What has the session as it was after {@code statements}, which may change it. */
  abstract OfflineSession session(List<String> statements);

  static String list(Set<String> rows) {
    return String.join(", ", rows);
  }

  final String literalOrNull(Set<String> rows) {
    return rows.isEmpty() ? "null" : dialect.literal(list(rows));
  }
}
