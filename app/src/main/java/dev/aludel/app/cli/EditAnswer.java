package dev.aludel.app.cli;

import java.nio.file.Path;
import java.util.List;

/** A script that was open in an editor. */
record EditAnswer(Path script) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return List.of("Edited " + script);
  }

  @Override
  public JsonObject json() {
    return new JsonObject().put("path", script.toString());
  }
}
