package dev.aludel.app.cli;

import dev.aludel.migrations.run.BranchPoint;
import java.util.List;
import java.util.stream.Stream;

/** The places where the graph parts. */
record BranchesAnswer(List<BranchPoint> branches) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return branches.stream().flatMap(branch -> lines(branch, verbosity)).toList();
  }

  private static Stream<String> lines(BranchPoint branch, Verbosity verbosity) {
    String indent = " ".repeat(branch.revision().revision().id().value().length());
    return Stream.concat(
        verbosity == Verbosity.VERBOSE
            ? EntryWords.details(branch.revision()).stream()
            : Stream.of(EntryWords.line(branch.revision())),
        branch.children().stream().map(child -> indent + " -> " + EntryWords.line(child)));
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .putObjects("branches", branches.stream().map(BranchesAnswer::json).toList());
  }

  private static JsonObject json(BranchPoint branch) {
    return EntryWords.json(branch.revision())
        .putObjects("children", branch.children().stream().map(EntryWords::json).toList());
  }
}
