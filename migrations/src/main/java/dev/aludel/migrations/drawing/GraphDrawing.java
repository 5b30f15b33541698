package dev.aludel.migrations.drawing;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Draws revisions as {@code git log --graph} draws commits: newest first, {@code *} for a revision
 * with its caption, below it the lines that lead to what it revises. A line that has to pass others
 * runs along {@code _} from one {@code /} or {@code \} to another. Lines without end lead to no
 * revision that is shown. What a revision depends on is left to its caption.
 */
public final class GraphDrawing {
  private final Lanes lanes = new Lanes();
  private final List<String> lines = new ArrayList<>();
  private final Set<RevisionId> shown = new HashSet<>();
  // Where the last revision was, if it has no parent here: nothing may stand right below it.
  private int endedLane = -1;

  private GraphDrawing(Collection<Revision> revisions) {
    revisions.forEach(revision -> shown.add(revision.id()));
  }

  /**
   * The lines of the drawing, in ASCII but for the captions.
   *
   * @param newestFirst what to draw: each revision once, and before its parents
   * @param caption one line
   */
  public static <T> List<String> draw(
      List<T> newestFirst, Function<T, Revision> revision, Function<T, String> caption) {
    GraphDrawing drawing = new GraphDrawing(newestFirst.stream().map(revision).toList());
    newestFirst.forEach(item -> drawing.add(revision.apply(item), caption.apply(item)));
    return List.copyOf(drawing.lines);
  }

  private void add(Revision revision, String caption) {
    int lane = laneOf(revision.id());
    StringBuilder line = lanes.straight();
    Lanes.put(line, 2 * lane, '*');
    lines.add((Lanes.text(line) + " " + caption).stripTrailing());
    List<RevisionId> parents = revision.parents().stream().filter(shown::contains).toList();
    endedLane = parents.isEmpty() ? lane : -1;
    lanes.free(lane);
    if (!parents.isEmpty()) {
      lanes.await(lane, parents.get(0));
      part(lane, parents.subList(1, parents.size()));
    }
  }

  /** Where the revision comes, once all lines that lead to it have come together there. */
  private int laneOf(RevisionId id) {
    List<Integer> awaiting = lanes.awaiting(id);
    if (awaiting.isEmpty()) {
      int lane = lanes.freeFrom(0);
      if (lane == endedLane) {
        lines.add(Lanes.text(lanes.straight()));
      }
      return lane;
    }
    int lane = awaiting.get(0);
    for (int other : awaiting.subList(1, awaiting.size())) {
      lanes.free(other);
      lines.addAll(lanes.crossing(other, lane));
    }
    return lane;
  }

  /** Leads to further parents: into a line that goes there already, or a new one to the right. */
  private void part(int lane, List<RevisionId> parents) {
    Map<RevisionId, Integer> targets = new LinkedHashMap<>();
    for (RevisionId parent : parents) {
      int free = targets.values().stream().mapToInt(taken -> taken + 1).max().orElse(lane + 1);
      targets.put(
          parent,
          lanes.awaiting(parent).stream()
              .findFirst()
              .orElseGet(() -> lanes.freeFrom(Math.max(free, lane + 1))));
    }
    // The farthest first, so that none has to pass another of them.
    targets.entrySet().stream()
        .sorted(Comparator.comparing(target -> -Math.abs(target.getValue() - lane)))
        .forEach(
            target -> {
              lines.addAll(lanes.crossing(lane, target.getValue()));
              lanes.await(target.getValue(), target.getKey());
            });
  }
}
