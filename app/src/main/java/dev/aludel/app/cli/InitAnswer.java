package dev.aludel.app.cli;

import java.nio.file.Path;
import java.util.List;

/** What was made for a new project. */
record InitAnswer(Path folder, List<Path> made) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return made.stream().map(path -> "Made " + path).toList();
  }

  @Override
  public List<String> done() {
    return lines(Verbosity.NORMAL);
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .put("folder", folder.toString())
        .putTexts("made", made.stream().map(Path::toString).toList());
  }
}
