package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Finds version table and journal, which are in one schema: the one that the settings name, or the
 * one in which a connection begins. Never along a search path, which may lead to those of others.
 *
 * @param shownName how the settings name the version table
 * @param concern the rows of the version table that count
 * @param width how long a text the columns of new tables take for ids
 */
record TableFinder(
    Dialect dialect, VersionTableName name, String shownName, RowConcern concern, int width) {
  private static final String SQLITE_SCHEMA = "main";

  TableFinder {
    if (dialect.product() == DatabaseProduct.SQLITE) {
      name.schema().ifPresent(schema -> refuseOtherThanMain(schema, shownName));
    }
  }

  /** What finds them for these scripts. */
  static TableFinder of(Dialect dialect, RunSettings settings, ScriptDirectory scripts) {
    String shown = settings.versionTable();
    return new TableFinder(
        dialect,
        VersionTableName.parse(shown),
        shown,
        new RowConcern(scripts, settings.unknownRows()),
        Math.max(RevisionId.LONGEST_WRITTEN, RevisionId.longest(scripts.graph().ids())));
  }

  private static void refuseOtherThanMain(String schema, String shownName) {
    if (!schema.equalsIgnoreCase(SQLITE_SCHEMA)) {
      throw new VersionTableException(
          "The version table cannot be %s: on SQLite it is in the database itself, main, and not in %s. Leave the schema out."
              .formatted(shownName, schema));
    }
  }

  /**
   * The schema, as {@code connection} sees it now.
   *
   * @throws VersionTableException if there is none
   */
  String schema(Connection connection) throws SQLException {
    if (name.schemaOrNull() == null) {
      Optional<String> first = dialect.firstSchema(connection);
      return first.isPresent() ? first.get() : refuse(dialect.searchPath(connection));
    }
    if (!dialect.hasSchema(connection, name.schemaOrNull())) {
      throw noSchema(name.schemaOrNull());
    }
    return name.schemaOrNull();
  }

  private String refuse(String searchPath) {
    throw new VersionTableException(
        "There is no schema for the version table %s: the search path of the connection, %s, leads to none that is there and that this user may use. Make the schema, correct the search path, or name a schema that is there with the table: SCHEMA.%1$s."
            .formatted(shownName, searchPath.isEmpty() ? "''" : searchPath));
  }

  private VersionTableException noSchema(String schema) {
    return new VersionTableException(
        "There is no schema %s for the version table %s. Make it (create schema %s), or name one that is there; capital letters count."
            .formatted(schema, shownName, dialect.quoted(schema)));
  }

  /** The version table, where {@code connection} sees it now. */
  VersionTable versions(Connection connection) throws SQLException {
    return versions(schema(connection));
  }

  VersionTable versions(String schema) {
    return new VersionTable(
        dialect, new TableName(schema, name.table()), shownName, concern, width);
  }

  Journal journal(String schema) {
    TableName table = new TableName(schema, Journal.NAME);
    String shown = name.schema().map(named -> dialect.quoted(table)).orElse(Journal.NAME);
    return new Journal(dialect, table, shown, width);
  }

  /**
   * The tables of a run.
   *
   * @param longestId how many characters the longest id has that the run writes
   */
  RunTables tables(String schema, int longestId) {
    return new RunTables(dialect, versions(schema), journal(schema), longestId);
  }
}
