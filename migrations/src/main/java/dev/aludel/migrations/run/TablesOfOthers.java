package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of a database that no revision is known to have made: neither the version table nor
 * the journal holds a row. Those two, and what SQLite or an extension owns, are nobody's tables.
 */
final class TablesOfOthers {
  private static final String SQLITE =
      """
      select name from sqlite_schema
      where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name""";

  private static final String POSTGRESQL =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'f') and n.nspname <> 'information_schema'
        and n.nspname !~ '^pg_'
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
          and d.objid = c.oid and d.deptype = 'e')
      order by c.relname collate "C\"""";

  private final Dialect dialect;
  private final TableFinder tables;

  TablesOfOthers(Dialect dialect, TableFinder tables) {
    this.dialect = dialect;
    this.tables = tables;
  }

  /** Their names, by name; none where a revision has been applied or stamped. */
  List<String> read(Connection connection) throws SQLException {
    String schema = tables.schema(connection);
    if (!tables.versions(schema).inspect(connection).rows().isEmpty()
        || hasJournalRows(connection, tables.journal(schema).table())) {
      return List.of();
    }
    String sql =
        switch (dialect.product()) {
          case SQLITE -> SQLITE;
          case POSTGRESQL -> POSTGRESQL;
        };
    String versionTable = tables.name().table();
    return firstColumn(connection, sql).stream()
        .filter(name -> !name.equals(versionTable) && !name.equals(Journal.NAME))
        .toList();
  }

  private boolean hasJournalRows(Connection connection, TableName journal) throws SQLException {
    return dialect.hasTable(connection, journal)
        && !firstColumn(connection, "select 1 from %s limit 1".formatted(dialect.quoted(journal)))
            .isEmpty();
  }

  private static List<String> firstColumn(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return Session.firstColumn(statement.executeQuery(sql));
    }
  }
}
