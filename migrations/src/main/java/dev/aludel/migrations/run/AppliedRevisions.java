package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.VersionRows;
import dev.aludel.migrations.script.ScriptDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from the journal how what is applied was applied. */
final class AppliedRevisions {
  // What was reverted, or broke off, and is applied nevertheless, came there by another way.
  private static final String LATEST =
      """
      select revision, checksum, started_time, finished_time, aludel_version, host, os_user
      from %1$s
      where direction = 'upgrade' and finished_time is not null
        and sequence in (select max(sequence) from %1$s group by revision)\
      """;

  private final Dialect dialect;
  private final ScriptDirectory scripts;

  AppliedRevisions(Dialect dialect, ScriptDirectory scripts) {
    this.dialect = dialect;
    this.scripts = scripts;
  }

  /**
   * The applied revisions of which the journal tells, by id; none if there is no journal.
   *
   * @param rows the version rows; those that no script knows do not count
   */
  List<AppliedRevision> read(Connection connection, TableName journal, Set<String> rows)
      throws SQLException {
    Map<String, Revision> applied = applied(rows);
    if (applied.isEmpty() || !dialect.hasTable(connection, journal)) {
      return List.of();
    }
    List<AppliedRevision> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet entries = statement.executeQuery(LATEST.formatted(dialect.quoted(journal)))) {
      while (entries.next()) {
        Revision revision = applied.get(entries.getString(1));
        if (revision != null) {
          found.add(applied(revision, entries));
        }
      }
    }
    found.sort(Comparator.comparing(one -> one.revision().id()));
    return List.copyOf(found);
  }

  private Map<String, Revision> applied(Set<String> rows) {
    RevisionGraph graph = scripts.graph();
    return VersionRows.of(graph, rows).applied(graph).stream()
        .collect(Collectors.toMap(RevisionId::value, graph::get));
  }

  private static AppliedRevision applied(Revision revision, ResultSet entry) throws SQLException {
    return new AppliedRevision(
        revision,
        entry.getString(2),
        Instant.ofEpochMilli(entry.getLong(3)),
        Instant.ofEpochMilli(entry.getLong(4)),
        entry.getString(5),
        entry.getString(6),
        entry.getString(7));
  }

  /** Those of them whose script has changed since. */
  List<ChangedScript> changed(Connection connection, TableName journal, Set<String> rows)
      throws SQLException {
    return read(connection, journal, rows).stream()
        .flatMap(one -> ChangedScript.of(one, scripts.script(one.revision().id())).stream())
        .toList();
  }
}
