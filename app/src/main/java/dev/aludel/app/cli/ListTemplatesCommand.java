package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.author.ProjectTemplate;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code aludel list-templates}. */
@Command(
    name = "list-templates",
    description = "Lists what a new project can begin with.",
    footer = {"", "Example:", "  aludel list-templates"})
final class ListTemplatesCommand extends Subcommand {

  ListTemplatesCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    return new TemplatesAnswer(List.of(ProjectTemplate.values()));
  }
}
