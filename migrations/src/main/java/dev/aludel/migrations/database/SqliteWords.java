package dev.aludel.migrations.database;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SQLite itself said: the driver puts its own words around it. */
public final class SqliteWords {
  // The driver's own words may name a function: "sqlite3_interrupt()".
  private static final Pattern WRAPPED =
      Pattern.compile("\\[SQLITE_\\w+] (?:[^(]|\\(\\))*\\((.*)\\)", Pattern.DOTALL);

  private SqliteWords() {}

  /** The part of the message that comes from SQLite; the whole message where it cannot be told. */
  public static String of(SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher matcher = WRAPPED.matcher(message);
    return matcher.matches() ? matcher.group(1) : message;
  }
}
