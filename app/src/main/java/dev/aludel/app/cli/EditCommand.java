package dev.aludel.app.cli;

import dev.aludel.app.editor.Editor;
import dev.aludel.app.wiring.AludelComponent;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel edit}. */
@Command(
    name = "edit",
    description = {
      "Opens the script of a revision in your editor: the one that VISUAL names, or else EDITOR.",
      "Either may hold arguments, as in \"code -w\". No shell reads them."
    },
    footer = {"", "Examples:", "  aludel edit head", "  EDITOR='code -w' aludel edit 3f2a"})
final class EditCommand extends LookingCommand {
  @Parameters(
      paramLabel = "TARGET",
      description =
          "An id or the beginning of one, a branch label, head, current, LABEL@head, ID-N: one revision.")
  @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses the command line
  private String target;

  EditCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    presenceFor(List.of(target), component.settings(), console);
    Path script = component.migrator().scriptFile(target);
    Editor.of(environment()).open(script);
    return new EditAnswer(script);
  }
}
