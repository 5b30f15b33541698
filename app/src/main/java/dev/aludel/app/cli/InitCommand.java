package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.author.AuthorException;
import dev.aludel.migrations.author.ProjectFolder;
import dev.aludel.migrations.author.ProjectTemplate;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel init}. */
@Command(
    name = "init",
    description = {
      "Makes the folder of a new project: aludel.properties, revisions/ with a template, schema/.",
      "Takes the place of nothing that is there. Opens no database."
    },
    footer = {
      "",
      "Examples:",
      "  aludel init .",
      "  aludel init accounts --template sqlite-postgresql"
    })
final class InitCommand extends Subcommand {
  @Parameters(paramLabel = "DIR", description = "The folder; made if it is not there.")
  @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses the command line
  private Path folder;

  @Option(
      names = {"-t", "--template"},
      paramLabel = "NAME",
      description = "What new scripts look like: one of \"list-templates\"; default default.")
  private String template = ProjectTemplate.DEFAULT.word();

  InitCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    Path made = environment().workingDirectory().resolve(folder).normalize();
    return new InitAnswer(made, ProjectFolder.create(made, named(template)));
  }

  private static ProjectTemplate named(String template) {
    try {
      return ProjectTemplate.named(template);
    } catch (AuthorException e) {
      throw new WrongValueException(e);
    }
  }
}
