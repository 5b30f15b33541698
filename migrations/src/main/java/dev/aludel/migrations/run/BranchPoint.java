package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A revision that several follow.
 *
 * @param children those that follow it, by id; two at least
 */
public record BranchPoint(HistoryEntry revision, List<HistoryEntry> children) {
  public BranchPoint {
    requireNonNull(revision, "revision");
    children = List.copyOf(children);
  }
}
