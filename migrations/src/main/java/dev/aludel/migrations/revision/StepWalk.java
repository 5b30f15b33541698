package dev.aludel.migrations.revision;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Counts along a branch, child by child or parent by parent, as long as there is one way to go.
 *
 * @param graph where to walk
 * @param branch what not to leave
 * @param intent what the end is wanted for
 * @param target the target whose steps these are
 */
record StepWalk(RevisionGraph graph, Branch branch, Intent intent, Target target) {

  /**
   * Where the count ends; empty for the point before the first revision, at which it may also
   * start.
   *
   * @throws TargetException when the graph ends first, or the way forks
   */
  Optional<RevisionId> from(Optional<RevisionId> start) {
    return target.steps() > 0 ? up(start) : down(start);
  }

  private Optional<RevisionId> up(Optional<RevisionId> start) {
    Optional<RevisionId> at = start;
    for (int step = 0; step < target.steps(); step++) {
      NavigableSet<RevisionId> next = branch.of(at.map(graph::children).orElseGet(this::bases));
      if (next.isEmpty()) {
        throw tooFar(step, "above", start, at);
      }
      at = Optional.of(onlyWay(at, next));
    }
    return at;
  }

  private Optional<RevisionId> down(Optional<RevisionId> start) {
    Optional<RevisionId> at = start;
    for (int step = 0; step < -target.steps(); step++) {
      if (at.isEmpty()) {
        throw tooFar(step, "below", start, at);
      }
      NavigableSet<RevisionId> next = branch.of(at.map(graph::parents).orElseGet(List::of));
      at = next.isEmpty() ? Optional.empty() : Optional.of(onlyWay(at, next));
    }
    return at;
  }

  private List<RevisionId> bases() {
    return List.copyOf(graph.bases());
  }

  private RevisionId onlyWay(Optional<RevisionId> at, NavigableSet<RevisionId> next) {
    if (next.size() == 1) {
      return next.first();
    }
    Candidates candidates = new Candidates(graph, next);
    throw intent.refuse(
        target.text(),
        "from %s there are %d ways on%s, to %s. Say which: %s."
            .formatted(
                name(at),
                next.size(),
                branch.place(),
                candidates.described(),
                candidates.commands(intent, target)),
        next);
  }

  private TargetException tooFar(
      int steps, String side, Optional<RevisionId> start, Optional<RevisionId> last) {
    if (steps == 0) {
      return intent.refuse(
          target.text(),
          "it counts from %s, and nothing is %s that%s."
              .formatted(name(start), side, branch.place()));
    }
    return intent.refuse(
        target.text(),
        "it counts from %s, and only %s %s that%s, the last one %s.%s"
            .formatted(
                name(start),
                steps == 1 ? "1 step is" : steps + " steps are",
                side,
                branch.place(),
                name(last),
                remedy(start, last)));
  }

  // Who looks or writes a script and counts too far seldom wants the end of the graph.
  private String remedy(Optional<RevisionId> start, Optional<RevisionId> last) {
    return intent.movesDatabase()
        ? " Take %s.".formatted(intent.command(last.map(RevisionId::value).orElse(base(start))))
        : "";
  }

  // A count from a row stays on that row's branch; the base alone would be all branches' base.
  private String base(Optional<RevisionId> start) {
    return target
        .branch()
        .or(() -> start.map(RevisionId::value).filter(id -> staysOnItsBranch()))
        .map(name -> name + "@base")
        .orElse("base");
  }

  private boolean staysOnItsBranch() {
    return target.needsRows() && graph.bases().size() > 1;
  }

  private static String name(Optional<RevisionId> at) {
    return at.map(RevisionId::value).orElse("base");
  }
}
