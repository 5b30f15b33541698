package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.database.Database;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.run.MigrationListener;
import java.util.Collection;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What all commands have in common that may look into the database, and do not change it. */
abstract class LookingCommand extends Subcommand {
  @Mixin private final LockTimeoutOption lockTimeout = new LockTimeoutOption();

  LookingCommand(AludelCommand aludel) {
    super(aludel);
  }

  /** Says so where there is no database to look at: another one may be meant. */
  static Presence presence(Settings settings, Console console) {
    if (Database.of(settings.database()).missingFile().isEmpty()) {
      return Presence.THERE;
    }
    settings.whyThisDatabase().ifPresent(console::warning);
    console.warning(
        "%s does not exist yet. \"upgrade\" creates it.".formatted(settings.database()));
    return Presence.MISSING;
  }

  /** Says so if one of the targets counts from where the database is. */
  static void presenceFor(Collection<String> targets, Settings settings, Console console) {
    if (targets.stream().anyMatch(target -> Target.parse(target).needsRows())) {
      presence(settings, console);
    }
  }

  /** Whether there is a database. */
  enum Presence {
    THERE,
    MISSING
  }

  @Override
  final MigrationListener listener(Console console) {
    return new RunListener(console, environment().clock(), processEnd());
  }

  @Override
  Map<Setting, String> ownSettings() {
    return lockTimeout.settings();
  }
}
