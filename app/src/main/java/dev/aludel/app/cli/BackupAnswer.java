package dev.aludel.app.cli;

import java.nio.file.Path;
import java.util.List;

/** The backup that was written. */
record BackupAnswer(String database, Path backup) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return List.of("Wrote " + Words.file(backup));
  }

  @Override
  public List<String> done() {
    return lines(Verbosity.NORMAL);
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .put("database", database)
        .put("backup", backup.toString())
        .put("bytes", backup.toFile().length());
  }
}
