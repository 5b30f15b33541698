package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A work that all tools do with 1,000 revisions, by turns. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class MigrationWork extends Turns<Tool> {

  static final int REVISIONS = 1000;

  @Param("floor,ours,flyway,liquibase")
  private String rivals;

  @Override
  protected List<Tool> entrants() {
    return Stream.of(rivals.split(",", -1))
        .map(rival -> Tool.valueOf(rival.toUpperCase(Locale.ROOT)))
        .toList();
  }

  static String newName() {
    return "migrated_" + UUID.randomUUID().toString().substring(24);
  }

  /** Fails unless this tool has applied all. */
  static void expectApplied(Tool tool, RevisionSet revisions, Database kind, String database)
      throws SQLException {
    try (Connection connection = kind.source(database).getConnection()) {
      Database.expect(connection, tool.applied(revisions), tool.appliedQuery());
      Database.expect(
          connection, Integer.toString(revisions.tables()), kind.tableQuery("things@_%"));
      Database.expect(
          connection,
          "first",
          "select name from things_%d where note_7 is null".formatted(revisions.tables() - 1));
    }
  }
}
