package dev.aludel.app.cli;

import dev.aludel.migrations.plan.Stamp;
import java.util.List;

/** What a stamp did. */
record StampAnswer(String database, Stamp stamp) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    String done = stamp.isEmpty() ? "Nothing to do" : "Stamped";
    return List.of("%s: %s is at %s.".formatted(done, database, Words.rows(stamp.rowsAfter())));
  }

  @Override
  public List<String> done() {
    return lines(Verbosity.NORMAL);
  }

  @Override
  public JsonObject json() {
    return new JsonObject().put("database", database).putTexts("after", stamp.rowsAfter());
  }
}
