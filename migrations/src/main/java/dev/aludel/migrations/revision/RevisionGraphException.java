package dev.aludel.migrations.revision;

import java.util.ArrayList;
import java.util.List;

/** Revisions that do not form a graph. One exception tells of everything that is wrong. */
public final class RevisionGraphException extends MigrationException {
  private static final int SHOWN = 10;

  private final List<String> problems;

  RevisionGraphException(List<String> problems) {
    super(lines(problems), null);
    this.problems = List.copyOf(problems);
  }

  /** One sentence or two for each problem, all of them, naming the files; never empty. */
  public List<String> problems() {
    return problems;
  }

  private static List<String> lines(List<String> problems) {
    if (problems.size() == 1) {
      return List.of("The revisions do not form a graph: " + problems.get(0));
    }
    List<String> lines = new ArrayList<>();
    lines.add("The revisions do not form a graph, for %d reasons:".formatted(problems.size()));
    problems.stream().limit(SHOWN).forEach(lines::add);
    if (problems.size() > SHOWN) {
      lines.add("and " + (problems.size() - SHOWN) + " more");
    }
    return lines;
  }
}
