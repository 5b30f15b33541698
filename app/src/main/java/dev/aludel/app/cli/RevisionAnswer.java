package dev.aludel.app.cli;

import dev.aludel.migrations.author.WrittenRevision;
import java.util.List;

/** A script that was written. */
record RevisionAnswer(WrittenRevision written) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return List.of("Wrote " + written.file());
  }

  @Override
  public List<String> done() {
    return lines(Verbosity.NORMAL);
  }

  @Override
  public JsonObject json() {
    return RevisionWords.json(written.revision())
        .putTexts("branch", written.revision().labels().stream().sorted().toList());
  }
}
