package dev.aludel.migrations.dialect.sqlite;

import java.util.Locale;

/**
 * What SQLite makes of values in a column, by the words of its type (section 3.1 of SQLite's
 * "Datatypes" page).
 */
enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  static Affinity of(String type) {
    String words = type.toUpperCase(Locale.ROOT);
    if (words.contains("INT")) {
      return INTEGER;
    }
    if (words.contains("CHAR") || words.contains("CLOB") || words.contains("TEXT")) {
      return TEXT;
    }
    if (words.contains("BLOB") || words.isBlank()) {
      return BLOB;
    }
    boolean real = words.contains("REAL") || words.contains("FLOA") || words.contains("DOUB");
    return real ? REAL : NUMERIC;
  }
}
