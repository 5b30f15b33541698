package dev.aludel.app.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the version table says after a stamp. */
record StampAnswer(String database, Set<String> rows) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return List.of("Stamped: %s is at %s.".formatted(database, Words.rows(rows)));
  }

  @Override
  public JsonObject json() {
    return new JsonObject().put("database", database).putTexts("after", new TreeSet<>(rows));
  }
}
