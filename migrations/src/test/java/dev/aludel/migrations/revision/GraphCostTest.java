package dev.aludel.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What walks cost, in visits of edges: it grows as the graph does and no faster. */
final class GraphCostTest {
  private static final int BRANCHES = 40;

  // Finding what is applied, finding the target, ordering and keeping the rows walk the graph once
  // or twice each; none of them may do so for each revision.
  private static final int WALKS = 8;

  /** Something to do with a graph, or with a database in which all of it is applied. */
  private enum Run {
    READ,
    UPGRADE_FROM_BASE,
    UPGRADE_NOTHING,
    UPGRADE_RELATIVE,
    DOWNGRADE_TO_BASE,
    DOWNGRADE_ONE_BRANCH,
    DOWNGRADE_RELATIVE,
    STAMP,
    HISTORY
  }

  @ParameterizedTest
  @EnumSource
  void run_visitsEachEdgeAFewTimes_at5000RevisionsAnd40Branches(Run run) {
    List<Revision> revisions = bush(5_000);
    assertThat(cost(revisions, run)).isLessThan(WALKS * edges(revisions));
  }

  @ParameterizedTest
  @EnumSource
  void run_costsAboutTwiceAsMuch_whenTheGraphIsTwiceAsLarge(Run run) {
    assertThat(cost(bush(5_000), run)).isLessThan(cost(bush(2_500), run) * 9 / 4);
  }

  @Test
  void longChain_doesNotOverflowTheStack() {
    RevisionGraph chain = RevisionGraph.of(chain(10_000));
    Planner planner = Planner.of(chain);
    Set<String> head = Set.of(chain.heads().first().value());
    assertThat(planner.upgrade(Set.of(), List.of("head")).steps()).hasSize(10_000);
    assertThat(planner.downgrade(head, "base").steps()).hasSize(10_000);
    assertThat(planner.downgrade(head, "-9999").steps()).hasSize(9_999);
  }

  @Test
  void longCycle_isToldOfOnce() {
    List<Revision> ring = chain(10_000);
    ring.set(0, revision(0, List.of(id(9_999)), Set.of(), List.of()));
    assertThat(catchProblems(ring))
        .singleElement()
        .asString()
        .contains("and 9990 more form a cycle");
  }

  private static List<String> catchProblems(List<Revision> revisions) {
    try {
      RevisionGraph.of(revisions);
      return List.of();
    } catch (RevisionGraphException refusal) {
      return refusal.problems();
    }
  }

  private static long cost(List<Revision> revisions, Run run) {
    AtomicLong visits = new AtomicLong();
    RevisionGraph graph =
        RevisionGraph.of(
            revisions,
            edges ->
                id -> {
                  List<RevisionId> ends = edges.of(id);
                  visits.addAndGet(ends.size());
                  return ends;
                });
    Set<String> heads = new TreeSet<>(GraphNotation.values(graph.realHeads()));
    if (run != Run.READ) {
      visits.set(0);
      perform(run, Planner.of(graph), heads);
    }
    return visits.get();
  }

  private static void perform(Run run, Planner planner, Set<String> heads) {
    Object answer =
        switch (run) {
          case READ -> planner;
          case UPGRADE_FROM_BASE -> planner.upgrade(Set.of(), List.of("heads"));
          case UPGRADE_NOTHING -> planner.upgrade(heads, List.of("heads"));
          case UPGRADE_RELATIVE -> planner.upgrade(Set.of(), List.of("branch7@base+60"));
          case DOWNGRADE_TO_BASE -> planner.downgrade(heads, "base");
          case DOWNGRADE_ONE_BRANCH -> planner.downgrade(heads, "branch7@r0");
          case DOWNGRADE_RELATIVE -> planner.downgrade(heads, "branch7@-3");
          case STAMP -> planner.stamp(heads, List.of("branch7@r0", "branch8@heads"));
          case HISTORY -> planner.range("r0:", heads);
        };
    assertThat(answer).isNotNull();
  }

  private static List<Revision> chain(int size) {
    List<Revision> revisions = new ArrayList<>();
    for (int n = 0; n < size; n++) {
      revisions.add(revision(n, n == 0 ? List.of() : List.of(id(n - 1)), Set.of(), List.of()));
    }
    return revisions;
  }

  /**
   * Labelled branches side by side from one root. Every tenth revision depends on one of the branch
   * beside its own, and a few merge it.
   */
  private static List<Revision> bush(int size) {
    List<Revision> revisions = new ArrayList<>();
    for (int n = 0; n < size; n++) {
      RevisionId beside = id(Math.max(0, n - BRANCHES - 1));
      boolean isHigh = n > 3 * BRANCHES;
      List<RevisionId> parents = new ArrayList<>();
      if (n > 0) {
        parents.add(id(Math.max(0, n - BRANCHES)));
      }
      if (isHigh && n % 1_001 == 0) {
        parents.add(beside);
      }
      Set<String> labels = n > 0 && n <= BRANCHES ? Set.of("branch" + n) : Set.of();
      List<String> dependencies = isHigh && n % 10 == 0 ? List.of(beside.value()) : List.of();
      revisions.add(revision(n, parents, labels, dependencies));
    }
    return revisions;
  }

  private static Revision revision(
      int number, List<RevisionId> parents, Set<String> labels, List<String> dependencies) {
    return new Revision(id(number), parents, labels, dependencies, null, "", "r" + number + ".sql");
  }

  private static RevisionId id(int number) {
    return RevisionId.of("r" + number);
  }

  private static long edges(List<Revision> revisions) {
    return revisions.stream()
        .mapToLong(each -> 1 + each.parents().size() + each.dependencies().size())
        .sum();
  }
}
