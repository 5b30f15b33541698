package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.run.CurrentState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code aludel current}. */
@Command(
    name = "current",
    description = {
      "Shows the revisions that the database is at. Creates nothing.",
      "With -v also which scripts have changed since they were applied."
    },
    footer = {
      "",
      "Examples:",
      "  aludel current --url postgresql://agent@localhost/agent",
      "  aludel current --check-heads -q   for a script: is everything applied?"
    })
final class CurrentCommand extends LookingCommand implements PlainCommand {
  @Option(
      names = "--check-heads",
      description = "Ends with exit code 1 unless the database is at all heads.")
  private boolean checkHeads;

  CurrentCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  public boolean take(PlainArguments arguments) {
    if (arguments.word().equals("--check-heads")) {
      checkHeads = arguments.given(checkHeads);
      return true;
    }
    return takeGlobal(arguments);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    String database = component.settings().database().toString();
    Database.of(component.settings().database()).prepareToOpen();
    Migrator migrator = migrator(component, console);
    CurrentState state = migrator.current();
    if (presence(component.settings(), console) == Presence.THERE && state.revisions().isEmpty()) {
      console.note("No revision is applied to %s.".formatted(database));
    }
    if (!state.impliedHeads().isEmpty()) {
      console.note(
          "Also applied: %s, which has no row because a revision depends on it."
              .formatted(String.join(", ", CurrentAnswer.ids(state.impliedHeads()))));
    }
    state.problems().forEach(console::warning);
    boolean fails = checkHeads && !state.isAtHeads();
    if (fails) {
      console.warning(CurrentAnswer.notAtHeads(database, state));
    }
    return new CurrentAnswer(
        database,
        state,
        console.isVerbose() ? migrator.changedScripts() : null,
        fails ? ExitCode.SOFTWARE : ExitCode.OK);
  }
}
