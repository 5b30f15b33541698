package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where version table and journal are in a database that nobody can ask: in the schema that the
 * settings name, or the one in which the session that runs the SQL has to begin.
 *
 * @param ignored rows of the version table that are nobody's business here
 * @param counted those that alone count; empty for all but the ignored ones
 */
record OfflineTables(
    TableFinder finder, String schema, Set<String> ignored, Optional<Set<String>> counted) {

  VersionTable versions() {
    return finder.versions(schema);
  }

  Journal journal() {
    return finder.journal(schema);
  }

  /** What messages call the version table. */
  String shownName() {
    return finder.shownName();
  }

  /** Which rows of the version table count, as the end of a query; empty for all of them. */
  String countedRows() {
    if (counted.isPresent()) {
      return " where version_num in " + list(counted.get());
    }
    return ignored.isEmpty() ? "" : " where version_num not in " + list(ignored);
  }

  private String list(Set<String> rows) {
    Dialect dialect = finder.dialect();
    return rows.stream().map(dialect::literal).sorted().collect(Collectors.joining(", ", "(", ")"));
  }

  /** A check of the session before anything is done. */
  record Guard(String query, String complaint) {}

  /** Makes sure that the session finds the tables where this says. */
  Optional<Guard> placeGuard(OfflineSql sql) {
    return finder.name().schema().isPresent()
        ? sql.missingSchema(schema)
            .map(
                query ->
                    new Guard(
                        query,
                        "there is no schema for the version table %s; make it first"
                            .formatted(shownName())))
        : sql.otherBeginning(schema)
            .map(
                query ->
                    new Guard(
                        query,
                        "this script is for a session that begins in the schema %s: set its search path so, or write the script with --version-table SCHEMA.%s; it begins in"
                            .formatted(schema, shownName())));
  }
}
