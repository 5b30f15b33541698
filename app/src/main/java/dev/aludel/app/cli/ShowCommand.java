package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.revision.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel show}. */
@Command(
    name = "show",
    description = {
      "Shows the revisions that a target means.",
      "Asks the database only for a target that counts from where it is."
    },
    footer = {
      "",
      "Examples:",
      "  aludel show f6e7      the revision whose id begins so",
      "  aludel show heads     all heads",
      "  aludel show current   where the database is"
    })
final class ShowCommand extends LookingCommand {
  @Parameters(
      paramLabel = "TARGET",
      description =
          "An id or the beginning of one, a branch label, head, heads, current, LABEL@head, ID+N, ID-N, +N, -N.")
  @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses the command line
  private String target;

  ShowCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    if (Target.parse(target).needsRows()) {
      presence(component.settings(), console);
    }
    ShowAnswer answer = new ShowAnswer(migrator(component, console).show(target));
    if (answer.entries().isEmpty()) {
      console.note("\"%s\" means no revision.".formatted(target));
    }
    return answer;
  }
}
