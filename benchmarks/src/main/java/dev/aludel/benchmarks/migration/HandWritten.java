package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A migration by hand: what has to be done at least. */
final class HandWritten {
  private HandWritten() {}

  static void upgrade(RevisionSet revisions, Database kind, String database) throws SQLException {
    try (Connection connection = kind.source(database).getConnection()) {
      int applied = applied(connection, kind);
      if (applied < revisions.count()) {
        List<String> statements = revisions.statements();
        apply(connection, kind, statements.subList(applied, statements.size()), applied);
      }
    }
  }

  private static int applied(Connection connection, Database kind) throws SQLException {
    String found = Database.query(connection, kind.tableQuery("alembic_version"));
    if (found.equals("0")) {
      Database.execute(
          connection,
          "create table alembic_version (version_num varchar(32) not null)",
          "insert into alembic_version values ('r0')");
      return 0;
    }
    String version = Database.query(connection, "select version_num from alembic_version");
    return Integer.parseInt(version.substring(1));
  }

  private static void apply(
      Connection connection, Database kind, List<String> statements, int applied)
      throws SQLException {
    int number = applied;
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(kind == Database.SQLITE ? "begin immediate" : "begin");
        statement.execute(sql);
        statement.execute(
            "update alembic_version set version_num = '%s'".formatted(RevisionSet.id(++number)));
        statement.execute("commit");
      }
    }
  }
}
