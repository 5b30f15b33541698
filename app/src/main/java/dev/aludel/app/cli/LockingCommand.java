package dev.aludel.app.cli;

import dev.aludel.app.wiring.Setting;
import dev.aludel.migrations.backup.BackupException;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.MigrationListener;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** What all commands have in common that write into the version table, one at a time. */
abstract class LockingCommand extends Subcommand {
  @Mixin private final RunOptions runOptions = new RunOptions();

  private @Nullable RunListener heard;

  LockingCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Map<Setting, String> ownSettings() {
    return runOptions.settings();
  }

  @Override
  final MigrationListener listener(Console console) {
    heard = new RunListener(console, environment().clock(), processEnd());
    return heard;
  }

  /**
   * The error that ended a run, with what was heard of the run; what it did before is answered.
   *
   * @param database what messages call it
   */
  final RuntimeException ended(MigrationException error, String database, Console console) {
    boolean saysAll = error instanceof BackupException && !processEnd().hasBegun();
    if (heard == null || saysAll) {
      return error;
    }
    EndedRunException ended = heard.ended(error, database);
    heard.failed(ended, database).ifPresent(console::answer);
    return ended;
  }

  /** Does what runs no revisions: an error has more to say only if the process was told to end. */
  final Answer answeredOrEnded(Supplier<Answer> work, String database, Console console) {
    try {
      return work.get();
    } catch (MigrationException e) {
      throw processEnd().hasBegun() ? ended(e, database, console) : e;
    }
  }
}
