package dev.aludel.app.cli;

import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.plan.Purge;
import dev.aludel.migrations.run.OfflineOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel stamp}. */
@Command(
    name = "stamp",
    description = {
      "Writes into the version table that the database is at the targets, and runs no script.",
      "For a database that came there by another way. Creates a SQLite database that is not there."
    },
    footer = {
      "",
      "Examples:",
      "  aludel stamp f6e7d8c9b0a1   its schema is already that of this revision",
      "  aludel stamp base           as if no revision were applied",
      "  aludel stamp --purge heads  at all heads, whatever the version table says now",
      "  aludel stamp --sql b1c2     SQL for a database without a version table"
    })
final class StampCommand extends MigratingCommand {
  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = {
        "An id or the beginning of one, a branch label, head, heads, base, LABEL@base.",
        "With --sql also START:TARGET or START,START:TARGET; without START from base."
      })
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--purge",
      description = "Takes all other rows out, those that no script knows among them.")
  private boolean purge;

  StampCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  void refuseTablesOfOthers(Settings settings, Migrator migrator) {
    settings.refuseTablesOfOthers("Cannot stamp", migrator::tablesOfOthers);
  }

  @Override
  Answer run(Migrator migrator, String database) {
    return new StampAnswer(database, migrator.stamp(targets, purge ? Purge.ALL_ROWS : Purge.NONE));
  }

  @Override
  SqlAnswer.Contents write(Migrator migrator, OfflineOptions options, Appendable out)
      throws IOException {
    return SqlAnswer.Contents.of(migrator.stampSql(options, out, targets.toArray(String[]::new)));
  }
}
