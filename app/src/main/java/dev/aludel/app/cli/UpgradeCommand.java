package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel upgrade}. */
@Command(
    name = "upgrade",
    description = {
      "Applies all revisions up to the targets that are not applied yet, each in a transaction of its own.",
      "Creates a SQLite database that is not there."
    },
    footer = {
      "",
      "Examples:",
      "  aludel upgrade                    to all heads",
      "  aludel upgrade +1                 one revision further",
      "  aludel upgrade f6e7d8c9b0a1 001   to these two"
    })
final class UpgradeCommand extends RunCommand {
  @Parameters(
      paramLabel = "TARGET",
      arity = "0..*",
      description =
          "An id or the beginning of one, a branch label, head, heads, LABEL@head, +N, ID+N; default heads.")
  private List<String> targets = new ArrayList<>();

  UpgradeCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    String database = component.settings().database().toString();
    return new RunAnswer(
        database, migrator(component, console).upgrade(targets.toArray(String[]::new)));
  }
}
