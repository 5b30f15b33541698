package dev.aludel.app.cli;

import dev.aludel.migrations.author.SharedTable;
import dev.aludel.migrations.author.WrittenRevision;
import dev.aludel.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;

/** A merge that was written, and where the merged branches touch the same table. */
record MergeAnswer(WrittenRevision written) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    List<String> lines = new ArrayList<>(new RevisionAnswer(written).lines(verbosity));
    written.shared().forEach(table -> lines.add(table.explanation()));
    if (written.shared().isEmpty()) {
      lines.add("The merged branches touch no table in common.");
    }
    return lines;
  }

  @Override
  public List<String> done() {
    return new RevisionAnswer(written).lines(Verbosity.NORMAL);
  }

  @Override
  public JsonObject json() {
    return new RevisionAnswer(written)
        .json()
        .putObjects("sharedTables", written.shared().stream().map(MergeAnswer::json).toList());
  }

  private static JsonObject json(SharedTable shared) {
    List<JsonObject> branches = new ArrayList<>();
    shared
        .revisions()
        .forEach(
            (head, revisions) ->
                branches.add(
                    new JsonObject()
                        .put("head", head.value())
                        .putTexts(
                            "revisions", revisions.stream().map(RevisionId::value).toList())));
    return new JsonObject().put("table", shared.table()).putObjects("branches", branches);
  }
}
