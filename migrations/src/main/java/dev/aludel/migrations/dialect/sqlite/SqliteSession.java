package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.database.SqliteBusyHandler;
import dev.aludel.migrations.dialect.RememberedSession;
import dev.aludel.migrations.dialect.SessionChangedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A connection to SQLite as it was once: its pragmas, temporary objects and attached databases. */
final class SqliteSession implements RememberedSession {
  // What waits for the next vacuum is forgotten when the value of the file is set once more.
  private static final List<String> WAITING = List.of("page_size", "auto_vacuum");
  private static final String JOURNAL_MODE = "journal_mode";
  private static final String WAL = "wal";

  private final Map<SessionPragma, String> pragmas;
  private final String journalMode;
  private final Set<String> temporary;
  private final Map<String, String> attached;
  private final List<String> waiting;

  private SqliteSession(
      Map<SessionPragma, String> pragmas,
      String journalMode,
      Set<String> temporary,
      Map<String, String> attached,
      List<String> waiting) {
    this.pragmas = pragmas;
    this.journalMode = journalMode;
    this.temporary = temporary;
    this.attached = attached;
    this.waiting = waiting;
  }

  /** A new connection to a database in memory, whatever its pragmas are. */
  static SqliteSession bare() {
    return new SqliteSession(Map.of(), "memory", Set.of(), Map.of(), List.of());
  }

  static SqliteSession of(Connection connection, Collection<String> statements)
      throws SQLException {
    List<String> waiting =
        WAITING.stream()
            .filter(
                pragma ->
                    statements.stream().anyMatch(s -> s.toLowerCase(Locale.ROOT).contains(pragma)))
            .toList();
    try (Statement statement = connection.createStatement()) {
      return new SqliteSession(
          pragmas(statement),
          pragma(statement, JOURNAL_MODE),
          temporary(statement),
          attached(statement),
          waiting);
    }
  }

  @Override
  public void putBack(Connection connection, Extent extent) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      putBackPragmas(statement, extent);
      SqliteBusyHandler.reinstall(connection);
      if (extent != Extent.SETTINGS) {
        dropTemporary(statement);
      }
      if (extent == Extent.ALL) {
        putBackJournalMode(statement);
        putBackAttached(statement);
        for (String pragma : waiting) {
          statement.execute("pragma %s = %s".formatted(pragma, pragma(statement, pragma)));
        }
      }
    }
  }

  private void putBackPragmas(Statement statement, Extent extent) throws SQLException {
    for (Map.Entry<SessionPragma, String> changed : changed(statement, extent).entrySet()) {
      statement.execute(changed.getKey().assignment(changed.getValue()));
    }
    Map<SessionPragma, String> left = changed(statement, extent);
    if (!left.isEmpty()) {
      throw new SessionChangedException(
          left.keySet().stream().map(pragma -> "pragma " + pragma.word()).toList());
    }
  }

  /** What is not as it was, with the value that it had. */
  private Map<SessionPragma, String> changed(Statement statement, Extent extent)
      throws SQLException {
    Map<SessionPragma, String> changed = new EnumMap<>(SessionPragma.class);
    changed.putAll(pragmas);
    pragmas(statement).forEach(changed::remove);
    if (extent == Extent.SETTINGS) {
      changed.keySet().removeIf(pragma -> !pragma.decidesStatements());
    }
    return changed;
  }

  // A child refers to its parent, a view or a trigger to its tables: whichever is in the way of
  // another goes first.
  private void dropTemporary(Statement statement) throws SQLException {
    Set<String> spare = spare(statement);
    while (!spare.isEmpty()) {
      SQLException failure = null;
      for (String object : spare) {
        try {
          statement.execute("drop " + object);
        } catch (SQLException e) {
          failure = e;
        }
      }
      Set<String> left = spare(statement);
      if (left.size() == spare.size() && failure != null) {
        throw failure;
      }
      spare = left;
    }
  }

  private Set<String> spare(Statement statement) throws SQLException {
    Set<String> spare = temporary(statement);
    spare.removeAll(temporary);
    return spare;
  }

  // Write-ahead logging is the file's; the others are the connection's alone.
  private void putBackJournalMode(Statement statement) throws SQLException {
    String now = pragma(statement, JOURNAL_MODE);
    String wanted = journalMode.equals(WAL) ? "delete" : journalMode;
    if (!now.equals(WAL) && !now.equals(wanted)) {
      pragma(statement, JOURNAL_MODE + " = " + wanted);
    }
  }

  private void putBackAttached(Statement statement) throws SQLException {
    Map<String, String> now = attached(statement);
    for (Map.Entry<String, String> database : now.entrySet()) {
      if (!database.getValue().equals(attached.get(database.getKey()))) {
        statement.execute("detach database " + SqlText.name(database.getKey()));
      }
    }
    for (Map.Entry<String, String> database : attached.entrySet()) {
      if (!database.getValue().equals(now.get(database.getKey()))) {
        attach(statement, database.getKey(), database.getValue());
      }
    }
  }

  private static void attach(Statement statement, String name, String file) throws SQLException {
    if (file.isEmpty()) {
      throw new SessionChangedException(List.of("the attached database " + name));
    }
    statement.execute("attach database " + SqlText.text(file) + " as " + SqlText.name(name));
  }

  private static Map<SessionPragma, String> pragmas(Statement statement) throws SQLException {
    Map<SessionPragma, String> values = new EnumMap<>(SessionPragma.class);
    for (SessionPragma pragma : SessionPragma.all()) {
      String value = firstValue(statement, pragma.question());
      if (!value.isEmpty()) {
        values.put(pragma, value);
      }
    }
    return values;
  }

  private static String pragma(Statement statement, String pragma) throws SQLException {
    return firstValue(statement, "pragma " + pragma);
  }

  /** Empty where there is no row: this SQLite does not know it. */
  private static String firstValue(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  /** As {@code drop} names them; an index goes with its table. */
  private static Set<String> temporary(Statement statement) throws SQLException {
    Set<String> objects = new TreeSet<>(Comparator.reverseOrder());
    try (ResultSet rows =
        statement.executeQuery(
            "select type, name from sqlite_temp_schema where type <> 'index' and name not like 'sqlite\\_%' escape '\\'")) {
      while (rows.next()) {
        objects.add(rows.getString(1) + " if exists temp." + SqlText.name(rows.getString(2)));
      }
    }
    return objects;
  }

  private static Map<String, String> attached(Statement statement) throws SQLException {
    Map<String, String> databases = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery("pragma database_list")) {
      while (rows.next()) {
        if (rows.getInt(1) > 1) {
          databases.put(rows.getString(2), rows.getString(3));
        }
      }
    }
    return databases;
  }
}
