package dev.aludel.migrations.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of SQLite, as {@code sqlite_version()} tells it: three numbers. */
record SqliteVersion(int major, int minor, int patch) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");

  static SqliteVersion parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      throw new DatabaseUnavailableException(
          "SQLite's driver says that it is version \"%s\", which is none.".formatted(text));
    }
    String patch = numbers.group(3);
    return new SqliteVersion(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
  }

  /**
   * Whether no commit is lost when two connections copy the write-ahead log of a file at one time.
   * SQLite mended that in 3.51.3, and in 3.50.7 and 3.44.6 for those who stay there; 3.52.0 was
   * withdrawn. See <a href="https://sqlite.org/wal.html">its page on the write-ahead log</a>.
   */
  boolean keepsCommits() {
    if (major != 3) {
      return major > 3;
    }
    return switch (minor) {
      case 44 -> patch >= 6;
      case 50 -> patch >= 7;
      case 51 -> patch >= 3;
      case 52 -> patch >= 1;
      default -> minor > 52;
    };
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
