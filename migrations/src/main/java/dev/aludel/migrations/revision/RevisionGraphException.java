package dev.aludel.migrations.revision;

import java.util.List;
import java.util.stream.Collectors;

/** Revisions that do not form a graph. One exception tells of everything that is wrong. */
public final class RevisionGraphException extends MigrationException {
  private static final int SHOWN = 10;

  private final List<String> problems;

  RevisionGraphException(List<String> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence or two for each problem, all of them, naming the files; never empty. */
  public List<String> problems() {
    return problems;
  }

  private static String message(List<String> problems) {
    if (problems.size() == 1) {
      return "The revisions do not form a graph: " + problems.get(0);
    }
    String shown =
        problems.stream()
            .limit(SHOWN)
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining());
    String more = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "";
    return "The revisions do not form a graph, for %d reasons:%s%s"
        .formatted(problems.size(), shown, more);
  }
}
