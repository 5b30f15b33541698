package dev.aludel.app.cli;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.run.OfflineOptions;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel downgrade}. */
@Command(
    name = "downgrade",
    description =
        "Reverts the revisions above the target and what depends on them, each in a transaction of"
            + " its own.",
    footer = {
      "",
      "Examples:",
      "  aludel downgrade b1c2d3e4f5g6   to this revision, which stays",
      "  aludel downgrade -1             one revision back",
      "  aludel downgrade base           all the way",
      "  aludel downgrade --sql f6e7:-1  SQL for a database that is at f6e7"
    })
final class DowngradeCommand extends RunCommand {
  @Parameters(
      paramLabel = "TARGET",
      description = {
        "An id or the beginning of one, a branch label, base, LABEL@base, -N, ID-N.",
        "With --sql START:TARGET or START,START:TARGET."
      })
  @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses the command line
  private String target;

  DowngradeCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer run(Migrator migrator, String database) {
    Target.parse(target); // what is no target is told before what is no database
    return new RunAnswer(database, migrator.downgrade(target));
  }

  @Override
  SqlAnswer.Contents write(Migrator migrator, OfflineOptions options, Appendable out)
      throws IOException {
    return SqlAnswer.Contents.of(migrator.downgradeSql(options, out, target));
  }
}
