package dev.aludel.migrations.backup;

import dev.aludel.migrations.backup.FileBackup.VersionRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a SQLite database and its copy have in common, as far as it can be asked in no time.
 *
 * @param rows the version rows
 * @param objects the tables, indexes, views and triggers, each as {@code TYPE NAME}
 */
record DatabaseContent(Set<String> rows, Set<String> objects) {
  // What SQLite makes for itself comes and goes with the tables.
  private static final String OBJECTS =
      "select type || ' ' || name from main.sqlite_schema where name not like 'sqlite\\_%' escape '\\'";

  DatabaseContent {
    rows = Collections.unmodifiableSet(new TreeSet<>(rows));
    objects = Collections.unmodifiableSet(new TreeSet<>(objects));
  }

  static DatabaseContent of(Connection connection, VersionRows versionRows) throws SQLException {
    Set<String> objects = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(OBJECTS)) {
      while (found.next()) {
        objects.add(found.getString(1));
      }
    }
    return new DatabaseContent(versionRows.in(connection), objects);
  }

  /** In what {@code copy} differs, for people; empty if it does not. */
  Optional<String> difference(DatabaseContent copy) {
    if (!rows.equals(copy.rows)) {
      return Optional.of(
          "it had the version rows %s, and its copy has %s".formatted(rows, copy.rows));
    }
    Set<String> different = new TreeSet<>(objects);
    different.addAll(copy.objects);
    different.removeIf(object -> objects.contains(object) == copy.objects.contains(object));
    return different.isEmpty()
        ? Optional.empty()
        : Optional.of("it and its copy do not both have %s".formatted(different));
  }
}
