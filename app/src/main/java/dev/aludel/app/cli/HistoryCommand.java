package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.TargetRange;
import dev.aludel.migrations.run.AppliedRevision;
import dev.aludel.migrations.run.MarkedHistory;
import dev.aludel.migrations.run.MigrationFailedException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel history}. */
@Command(
    name = "history",
    description = {
      "Lists the revisions of the scripts, newest first.",
      "With -v it asks the database when each was applied, and how long that took.",
      "Opens no database otherwise, but with -i, or for a range that counts from where it is."
    },
    footer = {
      "",
      "Examples:",
      "  aludel history -r b1c2:f6e7     from one revision to another, both included",
      "  aludel history -r current:      where it is, and what is still to come",
      "  aludel history --graph -i       drawn, with the database's place in it"
    })
final class HistoryCommand extends LookingCommand {
  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "START:END",
      description = "A stretch of history, both ends included: START:END, START: or :END.")
  private @Nullable String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Asks the database where it is, and marks that.")
  private boolean indicateCurrent;

  @Option(
      names = "--graph",
      description = "Draws the graph: a line for each revision, and how they follow each other.")
  private boolean graph;

  HistoryCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    Asked asked = indicateCurrent ? Asked.DATABASE_TOO : Asked.SCRIPTS_ALONE;
    Shape shape = graph ? Shape.GRAPH : Shape.LIST;
    Migrator migrator = migrator(component, console);
    if (asksWhere() || asksWhen(console)) {
      presence(component.settings(), console);
    }
    return new HistoryAnswer(history(migrator), applied(migrator, console), asked, shape);
  }

  private boolean asksWhere() {
    return indicateCurrent || (range != null && TargetRange.parse(range).needsRows());
  }

  private boolean asksWhen(Console console) {
    return !graph && console.isVerbose();
  }

  private MarkedHistory history(Migrator migrator) {
    if (indicateCurrent) {
      return migrator.markedHistory(range);
    }
    return new MarkedHistory(
        range == null ? migrator.history() : migrator.history(range), List.of());
  }

  // The scripts' history is worth telling without the database's part in it.
  private @Nullable Map<RevisionId, AppliedRevision> applied(Migrator migrator, Console console) {
    if (!asksWhen(console)) {
      return null;
    }
    try {
      return migrator.appliedRevisions().stream()
          .collect(Collectors.toMap(one -> one.revision().id(), Function.identity()));
    } catch (DatabaseUnavailableException | MigrationFailedException e) {
      console.note("When revisions were applied is not told. " + e.getMessage());
      return null;
    }
  }

  /** Who said what history there is. */
  enum Asked {
    SCRIPTS_ALONE,
    DATABASE_TOO
  }

  /** How history is shown. */
  enum Shape {
    LIST,
    GRAPH
  }
}
