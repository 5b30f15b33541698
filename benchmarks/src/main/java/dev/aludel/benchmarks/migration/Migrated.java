package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.ChildProcess;
import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A database that one tool brings up to date. */
public final class Migrated {
  private final Tool tool;
  private final Database kind;
  private final String name;
  private final RevisionSet revisions;
  private final Tool.Upgrade upgrade;

  private Migrated(Tool tool, Database kind, String name, RevisionSet revisions) {
    this.tool = tool;
    this.kind = kind;
    this.name = name;
    this.revisions = revisions;
    this.upgrade = tool.upgrade(revisions, kind, name);
  }

  /** A new, empty one. */
  public static Migrated empty(Tool tool, Database kind, RevisionSet revisions)
      throws SQLException {
    String name = "migrated_" + UUID.randomUUID().toString().substring(24);
    kind.create(name);
    return new Migrated(tool, kind, name, revisions);
  }

  /** Does what the tool does when an application starts. */
  public void upgrade() throws SQLException {
    upgrade.run();
  }

  /** As {@link #upgrade}, in a JVM of its own. */
  void upgradeInNewProcess() {
    ChildProcess.java(
        Migrated.class, tool.name(), kind.name(), name, Integer.toString(revisions.count()));
  }

  /**
   * Upgrades and ends.
   *
   * @param arguments the tool, the database's kind, its name, how many revisions there are
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    new Migrated(
            Tool.valueOf(arguments[0]),
            Database.valueOf(arguments[1]),
            arguments[2],
            RevisionSet.of(Integer.parseInt(arguments[3])))
        .upgrade();
  }

  /** Makes it empty. */
  void clear() throws IOException, SQLException {
    kind.drop(name);
    kind.create(name);
  }

  /** Fails unless the tool has applied all, and says so. */
  public void check() throws SQLException {
    try (Connection connection = kind.source(name).getConnection()) {
      Database.expect(connection, tool.applied(revisions), tool.appliedQuery());
      Database.expect(
          connection, Integer.toString(revisions.tables()), kind.tableQuery("things@_%"));
      Database.expect(
          connection,
          "first",
          "select name from things_%d".formatted(revisions.filledTables() - 1));
    }
  }

  /** Its URL for JDBC. */
  public String url() {
    return kind.url(name);
  }

  /** Removes it. */
  public void drop() throws IOException, SQLException {
    kind.drop(name);
  }
}
