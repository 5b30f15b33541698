package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.DaggerAludelComponent;
import dev.aludel.app.wiring.Environment;
import dev.aludel.app.wiring.Flags;
import dev.aludel.app.wiring.Setting;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.DatabaseMissingException;
import dev.aludel.migrations.run.MigrationListener;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have in common: the global options, and how their answer gets out. */
abstract class Subcommand implements Callable<Integer> {
  private final AludelCommand aludel;

  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  Subcommand(AludelCommand aludel) {
    this.aludel = aludel;
  }

  @Override
  public final Integer call() {
    GlobalOptions all = allOptions();
    if (all.contradictEachOther()) {
      throw new ParameterException(
          spec.commandLine(), "--verbose and --quiet exclude each other. Give one of them.");
    }
    Console console = aludel.console(all);
    AludelComponent component =
        DaggerAludelComponent.factory()
            .create(
                all.flags(ownSettings()),
                aludel.environment(),
                listener(console),
                console::progress,
                settings -> tellWhereTheyAre(settings, console));
    if (!all.flags(ownSettings()).equals(Flags.NONE)) {
      component.settings(); // what is typed is looked at, whether the command needs it or not
    }
    Answer answer = answered(component, console);
    console.answer(answer);
    return answer.exitCode();
  }

  private static void tellWhereTheyAre(Settings settings, Console console) {
    settings
        .passedOver()
        .forEach(
            file ->
                console.note(
                    "Passed over %s: it is another user's. Name it with --config if its settings are wanted."
                        .formatted(file)));
    settings
        .fileElsewhere()
        .ifPresent(file -> console.note("The settings are those of %s.".formatted(file)));
  }

  private Answer answered(AludelComponent component, Console console) {
    try {
      return answer(component, console);
    } catch (DatabaseMissingException e) {
      component.settings().whyThisDatabase().ifPresent(console::warning);
      throw e;
    }
  }

  /** The options before the command's name and after it. */
  final GlobalOptions allOptions() {
    return options.within(aludel.options());
  }

  /** Whether an option stands before the command's name and after it. */
  final boolean repeatsOptions() {
    return options.repeat(aludel.options());
  }

  /** Takes one of the options that all commands have, as {@link PlainCommand#take}. */
  final boolean takeGlobal(PlainArguments arguments) {
    return options.take(arguments);
  }

  /** The migrator, for a command to which it matters that there are revisions. */
  static Migrator migrator(AludelComponent component, Console console) {
    Migrator migrator = component.migrator();
    if (migrator.scripts().graph().revisions().isEmpty()) {
      console.note(
          "There are no revision scripts in %s. Write one with \"revision\"."
              .formatted(String.join(", ", component.settings().scriptLocationNames())));
    }
    return migrator;
  }

  /** What surrounds the run. */
  final Environment environment() {
    return aludel.environment();
  }

  /** What becomes of the run when the process is told to end. */
  final ProcessEnd processEnd() {
    return aludel.processEnd();
  }

  /** The settings that the command's own options give. */
  Map<Setting, String> ownSettings() {
    return Map.of();
  }

  /** Who hears of a run. */
  MigrationListener listener(Console console) {
    return MigrationListener.SILENT;
  }

  /** Does what the command is for. */
  abstract Answer answer(AludelComponent component, Console console);
}
