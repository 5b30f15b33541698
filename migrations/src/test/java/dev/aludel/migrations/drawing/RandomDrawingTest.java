package dev.aludel.migrations.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.test.RandomSeed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever the graph, an eye that follows the lines finds exactly its edges. */
final class RandomDrawingTest {
  private static final int GRAPHS = 2_000;
  private static final int LARGEST = 60;

  @Test
  void draw_leadsFromEachRevisionToItsParents() {
    RandomGenerator random = RandomSeed.printed("RandomDrawingTest").random();
    for (int round = 0; round < GRAPHS; round++) {
      List<Revision> newestFirst = randomGraph(random);
      List<String> lines = GraphDrawingTest.draw(newestFirst);

      assertThat(new DrawingReader(lines).edges())
          .as(() -> String.join("\n", lines))
          .isEqualTo(edges(newestFirst));
    }
  }

  @Test
  void draw_hasEachRevisionOnce_afterItsChildren() {
    RandomGenerator random = RandomSeed.printed("RandomDrawingTest").random();
    for (int round = 0; round < GRAPHS; round++) {
      List<Revision> newestFirst = randomGraph(random);
      List<String> stars =
          GraphDrawingTest.draw(newestFirst).stream()
              .filter(line -> line.contains("*"))
              .map(line -> line.substring(line.lastIndexOf(' ') + 1))
              .toList();

      assertThat(stars)
          .isEqualTo(newestFirst.stream().map(revision -> revision.id().value()).toList());
      Set<RevisionId> met = new HashSet<>();
      for (Revision revision : newestFirst) {
        met.add(revision.id());
        assertThat(revision.parents()).noneMatch(met::contains);
      }
    }
  }

  private static Map<String, Set<String>> edges(List<Revision> revisions) {
    Map<String, Set<String>> edges = new HashMap<>();
    for (Revision revision : revisions) {
      Set<String> parents = new TreeSet<>();
      revision.parents().forEach(parent -> parents.add(parent.value()));
      edges.put(revision.id().value(), parents);
    }
    return edges;
  }

  /** Several roots, merges of up to four, and dependencies, which only change the order. */
  private static List<Revision> randomGraph(RandomGenerator random) {
    List<Revision> revisions = new ArrayList<>();
    int size = 1 + random.nextInt(LARGEST);
    for (int i = 0; i < size; i++) {
      List<RevisionId> parents = random.nextInt(8) == 0 ? List.of() : some(revisions, random, 4);
      List<String> dependencies =
          random.nextInt(10) == 0
              ? some(revisions, random, 1).stream().map(RevisionId::value).toList()
              : List.of();
      revisions.add(
          new Revision(
              RevisionId.of("r" + random.nextInt(10) + "_" + i),
              parents,
              Set.of(),
              dependencies,
              null,
              "",
              "r" + i));
    }
    List<Revision> newestFirst = new ArrayList<>(RevisionGraph.of(revisions).revisions());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private static List<RevisionId> some(List<Revision> from, RandomGenerator random, int most) {
    Set<RevisionId> chosen = new TreeSet<>();
    int wanted = random.nextInt(3) == 0 ? 1 + random.nextInt(most) : 1;
    for (int i = 0; i < wanted && !from.isEmpty(); i++) {
      int newest = from.size() - 1;
      chosen.add(from.get(Math.max(0, newest - random.nextInt(12))).id());
    }
    return new ArrayList<>(chosen);
  }
}
