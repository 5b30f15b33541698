package dev.aludel.migrations.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What a backup is called: {@code app.db.001-f6e7d8c9b0a1.20261121T042600Z.bak}.
 *
 * @param database the name of the database's file
 * @param rows the version rows, which can be any texts
 * @param time when it is made
 */
record BackupName(String database, Collection<String> rows, Instant time) {
  // File systems allow 255 bytes or less for a whole name.
  private static final int LONGEST_REVISIONS = 80;
  private static final int LONGEST_REVISION = 40;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  BackupName {
    rows = List.copyOf(rows);
  }

  /** The name of the first, second, third backup at this time and these revisions. */
  String text(int number) {
    String repetition = number == 1 ? "" : "-" + number;
    return "%s.%s.%s%s.bak".formatted(database, revisions(), TIME.format(time), repetition);
  }

  private String revisions() {
    List<String> names = rows.stream().sorted().map(BackupName::fileName).toList();
    String joined = names.isEmpty() ? "base" : String.join("-", names);
    for (int shown = names.size() - 1; joined.length() > LONGEST_REVISIONS; shown--) {
      joined =
          "%s-and-%d-more"
              .formatted(String.join("-", names.subList(0, shown)), names.size() - shown);
    }
    return joined;
  }

  private static String fileName(String row) {
    String safe = row.replaceAll("[^A-Za-z0-9_]", "_");
    return safe.substring(0, Math.min(safe.length(), LONGEST_REVISION));
  }
}
