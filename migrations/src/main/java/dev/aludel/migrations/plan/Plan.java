package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.RevisionId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that an upgrade or a downgrade will do, in order. Nothing in it has been read from a
 * database but the rows, and nothing has been run.
 *
 * @param steps the revisions to run; each finds its prerequisites applied, or what needs it
 *     reverted
 * @param rowsBefore the version rows that the plan was made for, sorted
 * @param rowsAfter the version rows once every step has been run, sorted
 */
public record Plan(List<Step> steps, Set<String> rowsBefore, Set<String> rowsAfter) {

  public Plan {
    steps = List.copyOf(steps);
    rowsBefore = Collections.unmodifiableNavigableSet(new TreeSet<>(rowsBefore));
    rowsAfter = Collections.unmodifiableNavigableSet(new TreeSet<>(rowsAfter));
  }

  /** The ids that running it writes down: of each revision, and of each row that comes. */
  public Set<RevisionId> writtenIds() {
    Set<RevisionId> written = new TreeSet<>();
    for (Step step : steps) {
      written.add(step.revision().id());
      written.addAll(step.rows().added());
    }
    return written;
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
