package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.revision.Dependencies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel heads}. */
@Command(
    name = "heads",
    description = "Lists the revisions of the scripts that none follows. Opens no database.",
    footer = {"", "Example:", "  aludel heads -v"})
final class HeadsCommand extends Subcommand {
  @Option(
      names = "--resolve-dependencies",
      description =
          "Leaves out what another revision depends on: what is left are the rows of a database at its heads.")
  private boolean resolveDependencies;

  HeadsCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    Dependencies dependencies = resolveDependencies ? Dependencies.FOLLOWED : Dependencies.IGNORED;
    return new RevisionsAnswer(migrator(component, console).heads(dependencies), EntryWords::line);
  }
}
