package dev.aludel.migrations.bundled;

import java.util.List;

/** A timestamp that the revision f6e7d8c9b0a1 turns into milliseconds. */
record TimeColumn(String table, String stem) {

  static final List<TimeColumn> ALL =
      List.of(
          new TimeColumn("sessions", "created"),
          new TimeColumn("sessions", "updated"),
          new TimeColumn("chat_messages", "created"));

  /** Its name as a timestamp. */
  String timestamp() {
    return stem + "_at";
  }

  /** Its name as epoch milliseconds. */
  String milliseconds() {
    return stem + "_time";
  }
}
