package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.MarkedHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel history}. */
@Command(
    name = "history",
    description = {
      "Lists the revisions of the scripts, newest first.",
      "Opens no database, but with -i, or for a range that counts from where it is."
    },
    footer = {
      "",
      "Examples:",
      "  aludel history -r b1c2:f6e7     from one revision to another, both included",
      "  aludel history -r current:      where it is, and what is still to come",
      "  aludel history --graph -i       drawn, with the database's place in it"
    })
final class HistoryCommand extends Subcommand {
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
    return new HistoryAnswer(history(migrator(component, console)), asked, shape);
  }

  private MarkedHistory history(Migrator migrator) {
    if (indicateCurrent) {
      return migrator.markedHistory(range);
    }
    return new MarkedHistory(
        range == null ? migrator.history() : migrator.history(range), List.of());
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
