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
   * @param openEnd what an empty end means; empty if it means nothing
   * @throws OfflineRangeException if they have not the form of targets, or ask for the database
   */
  static OfflineRange parse(List<String> texts, String openEnd) {
    String first = texts.isEmpty() ? openEnd : texts.get(0);
    int colon = first.indexOf(':');
    List<Target> starts = new ArrayList<>();
    if (colon > 0) {
      for (String start : first.substring(0, colon).split(",", -1)) {
        starts.add(target(start));
      }
    }
    String end = first.substring(colon + 1);
    List<String> targets = new ArrayList<>();
    targets.add(end.isEmpty() ? refuseNoEnd(first, openEnd) : end);
    texts.stream().skip(1).forEach(targets::add);
    targets.forEach(OfflineRange::target);
    return new OfflineRange(starts, targets);
  }

  private static String refuseNoEnd(String range, String openEnd) {
    if (openEnd.isEmpty()) {
      throw refusal(
          range,
          "it says where the database is, and not where it goes. Write the target behind the colon.");
    }
    return openEnd;
  }

  private static Target target(String text) {
    if (text.contains(":")) {
      throw refusal(
          text,
          "a start stands before the first target alone, with one colon. Write START:TARGET; several starts as START,START:TARGET.");
    }
    try {
      Target target = Target.parse(text);
      if (target.anchor() == Target.Anchor.CURRENT) {
        throw unknowable(target, "Name the revision instead of current.");
      }
      return target;
    } catch (TargetException e) {
      throw new OfflineRangeException(String.valueOf(e.getMessage()), e);
    }
  }

  private static OfflineRangeException unknowable(Target target, String remedy) {
    return refusal(
        target.text(),
        "it is written without a connection, and so nobody knows where the database is. " + remedy);
  }

  private static OfflineRangeException refusal(String text, String reason) {
    return new OfflineRangeException("Cannot write SQL for \"%s\": %s".formatted(text, reason));
  }

  /** The range itself, which says where the database is. */
  OfflineRange requireStart() {
    if (starts.isEmpty()) {
      Target target = Target.parse(targets.get(0));
      throw unknowable(
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
      throw unknowable(start, "Name the revision at one end of the range.");
    }
    return ids(planner.resolve(end.text(), Set.of()));
  }

  private static Set<String> ids(List<Revision> revisions) {
    Set<String> ids = new TreeSet<>();
    revisions.forEach(revision -> ids.add(revision.id().value()));
    return ids;
  }
}
