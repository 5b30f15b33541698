package dev.aludel.migrations.dialect.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The pragmas that change a connection and not the file, from SQLite's own list. {@code
 * foreign_keys} is not among them: whatever begins a transaction switches it.
 */
public enum SessionPragma {
  ANALYSIS_LIMIT("0"),
  AUTOMATIC_INDEX("1"),
  BUSY_TIMEOUT("0"),
  CACHE_SIZE("-2000"),
  CACHE_SPILL("483"),
  CASE_SENSITIVE_LIKE("0"),
  CELL_SIZE_CHECK("0"),
  CHECKPOINT_FULLFSYNC("0"),
  COUNT_CHANGES("0"),
  DEFER_FOREIGN_KEYS("0"),
  EMPTY_RESULT_CALLBACKS("0"),
  FULL_COLUMN_NAMES("0"),
  FULLFSYNC("0"),
  IGNORE_CHECK_CONSTRAINTS("0"),
  JOURNAL_SIZE_LIMIT("-1"),
  LEGACY_ALTER_TABLE("0"),
  LOCKING_MODE("normal"),
  MAX_PAGE_COUNT("4294967294"),
  MMAP_SIZE("0"),
  QUERY_ONLY("0"),
  READ_UNCOMMITTED("0"),
  RECURSIVE_TRIGGERS("0"),
  REVERSE_UNORDERED_SELECTS("0"),
  SECURE_DELETE("0"),
  SHORT_COLUMN_NAMES("1"),
  SOFT_HEAP_LIMIT("0"),
  SYNCHRONOUS("2"),
  TEMP_STORE("0"),
  THREADS("0"),
  TRUSTED_SCHEMA("1"),
  WAL_AUTOCHECKPOINT("1000"),
  WRITABLE_SCHEMA("0");

  private final String usual;

  SessionPragma(String usual) {
    this.usual = usual;
  }

  /** Its name as SQLite knows it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name; empty if it is none that changes a connection alone. */
  public static Optional<SessionPragma> named(String name) {
    return Arrays.stream(values()).filter(pragma -> pragma.word().equalsIgnoreCase(name)).findAny();
  }

  static List<SessionPragma> all() {
    return List.of(values());
  }

  /** A query for its value. */
  String question() {
    return this == CASE_SENSITIVE_LIKE ? "select 'a' not like 'A'" : "pragma " + word();
  }

  // Who wrote into the schema's own table has what the connection knows of it read again.
  String assignment(String value) {
    boolean reread = this == WRITABLE_SCHEMA && value.equals("0");
    return "pragma %s = %s".formatted(word(), reread ? "reset" : value);
  }

  /** Whether it can be switched between two statements, and nothing is lost with that. */
  public boolean decidesStatements() {
    return this != TEMP_STORE; // another one drops what is temporary
  }

  /** Has it as SQLite begins a connection. */
  public String reset() {
    return assignment(usual);
  }
}
