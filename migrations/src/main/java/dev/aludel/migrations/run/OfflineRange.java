package dev.aludel.migrations.run;

import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.Target;
import dev.aludel.migrations.revision.TargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a script begins and where it goes: {@code TARGET}, {@code START:TARGET} or {@code
 * START,START:TARGET}. A bare count as the only start counts from the target, one as the target
 * counts from the start.
 *
 * @param starts where the database is; none for base
 * @param targets where it shall go
 */
record OfflineRange(List<Target> starts, List<String> targets) {

  OfflineRange {
    starts = List.copyOf(starts);
    targets = List.copyOf(targets);
  }

  /**
   * Reads targets, of which the first may have a start before it.
   *
   * @param openEnd what an empty end means
   * @throws TargetException if a start has not the form of a target, or asks for the database
   */
  static OfflineRange parse(List<String> texts, String openEnd) {
    String first = texts.isEmpty() ? openEnd : texts.get(0);
    int colon = first.indexOf(':');
    List<Target> starts = new ArrayList<>();
    if (colon > 0) {
      for (String start : first.substring(0, colon).split(",", -1)) {
        starts.add(Target.parse(start));
      }
    }
    String end = first.substring(colon + 1);
    List<String> targets = new ArrayList<>(texts);
    targets.subList(0, Math.min(1, texts.size())).clear();
    targets.add(0, end.isEmpty() ? openEnd : end);
    OfflineRange range = new OfflineRange(starts, targets);
    range.refuseCurrent();
    return range;
  }

  private void refuseCurrent() {
    List<Target> all = new ArrayList<>(starts);
    targets.forEach(target -> all.add(Target.parse(target)));
    for (Target target : all) {
      if (target.anchor() == Target.Anchor.CURRENT) {
        throw refusal(target, "Name the revision instead of current.");
      }
    }
  }

  private static TargetException refusal(Target target, String remedy) {
    return new TargetException(
        target.text(),
        "Cannot write SQL for \"%s\": it is written without a connection, and so nobody knows where the database is. %s"
            .formatted(target.text(), remedy),
        List.of());
  }

  /** The range itself, which says where the database is. */
  OfflineRange requireStart() {
    if (starts.isEmpty()) {
      Target target = Target.parse(targets.get(0));
      throw refusal(
          target,
          "Say where it is, and a colon, before the target: \"START:%s\"."
              .formatted(target.text()));
    }
    return this;
  }

  /** The version rows of a database that is at the start. */
  Set<String> rows(Planner planner) {
    Set<String> ids = new TreeSet<>();
    for (Target start : starts) {
      Set<String> from = start.isBareCount() ? end(planner, start) : Set.of();
      ids.addAll(ids(planner.resolve(start.text(), from)));
    }
    return ids.isEmpty() ? Set.of() : planner.stamp(Set.of(), List.copyOf(ids)).rowsAfter();
  }

  private Set<String> end(Planner planner, Target start) {
    Target end = Target.parse(targets.get(0));
    if (end.isBareCount()) {
      throw refusal(start, "Name the revision at one end of the range.");
    }
    return ids(planner.resolve(end.text(), Set.of()));
  }

  private static Set<String> ids(List<Revision> revisions) {
    Set<String> ids = new TreeSet<>();
    revisions.forEach(revision -> ids.add(revision.id().value()));
    return ids;
  }
}
