package dev.aludel.app.cli;

import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.OfflineOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel upgrade}. */
@Command(
    name = "upgrade",
    description = {
      "Applies all revisions up to the targets that are not applied yet, each in a transaction of"
          + " its own.",
      "Creates a SQLite database that is not there."
    },
    footer = {
      "",
      "Examples:",
      "  aludel upgrade                    to all heads",
      "  aludel upgrade +1                 one revision further",
      "  aludel upgrade f6e7d8c9b0a1 001   to these two",
      "  aludel upgrade --sql b1c2:head    SQL for a database that is at b1c2"
    })
final class UpgradeCommand extends RunCommand implements PlainCommand {
  @Parameters(
      paramLabel = "TARGET",
      arity = "0..*",
      description = {
        "An id or the beginning of one, a branch label, head, heads, LABEL@head, +N, ID+N; default"
            + " heads.",
        "With --sql also START:TARGET or START,START:TARGET; without START from base."
      })
  private List<String> targets = new ArrayList<>();

  UpgradeCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  public boolean take(PlainArguments arguments) {
    return arguments.isOperand() ? targets.add(arguments.word()) : takeGlobal(arguments);
  }

  @Override
  void refuseTablesOfOthers(Settings settings, Migrator migrator) {
    settings.refuseTablesOfOthers("Cannot upgrade", migrator::tablesOfOthers);
  }

  @Override
  Answer run(Migrator migrator, String database) {
    return new RunAnswer(database, migrator.upgrade(targets.toArray(String[]::new)));
  }

  @Override
  SqlAnswer.Contents write(Migrator migrator, OfflineOptions options, Appendable out)
      throws IOException {
    return SqlAnswer.Contents.of(migrator.upgradeSql(options, out, targets.toArray(String[]::new)));
  }
}
