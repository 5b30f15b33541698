package dev.aludel.migrations.plan;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Graphs with several roots, branches, merges, labels and dependencies, of 1 to 60 revisions. */
final class RandomGraph {
  private static final int LARGEST = 60;

  private final Random random;
  private final List<Revision> revisions = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  private RandomGraph(Random random) {
    this.random = random;
  }

  /** Revisions in no particular order. */
  static List<Revision> revisions(Random random) {
    RandomGraph graph = new RandomGraph(random);
    int size = 1 + random.nextInt(LARGEST);
    // Some graphs are mostly chains and some mostly bushes.
    int reach = 1 + random.nextInt(8);
    List<RevisionId> ids = graph.ids(size);
    for (RevisionId id : ids) {
      graph.add(id, reach);
    }
    Collections.shuffle(graph.revisions, random);
    return graph.revisions;
  }

  private List<RevisionId> ids(int size) {
    Set<String> values = new TreeSet<>();
    while (values.size() < size) {
      int length = 1 + random.nextInt(7);
      StringBuilder value = new StringBuilder();
      for (int i = 0; i < length; i++) {
        value.append("abc1".charAt(random.nextInt(4)));
      }
      values.add(value.toString());
    }
    List<RevisionId> ids = new ArrayList<>(values.stream().map(RevisionId::of).toList());
    Collections.shuffle(ids, random);
    return ids;
  }

  private void add(RevisionId id, int reach) {
    Set<RevisionId> parents = new TreeSet<>();
    int wanted = random.nextInt(8) == 0 ? 0 : random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < wanted && !revisions.isEmpty(); i++) {
      parents.add(recent(reach).id());
    }
    List<String> dependencies = new ArrayList<>();
    while (random.nextInt(7) == 0 && !revisions.isEmpty()) {
      dependencies.add(
          labels.isEmpty() || random.nextBoolean()
              ? recent(LARGEST).id().value()
              : labels.get(random.nextInt(labels.size())));
    }
    Set<String> own = new TreeSet<>();
    if (random.nextInt(6) == 0) {
      own.add("label" + labels.size());
      labels.addAll(own);
    }
    List<RevisionId> written = new ArrayList<>(parents);
    Collections.shuffle(written, random);
    revisions.add(new Revision(id, written, own, dependencies, null, "", id + ".sql"));
  }

  private Revision recent(int reach) {
    int back = 1 + random.nextInt(Math.min(reach, revisions.size()));
    return revisions.get(revisions.size() - back);
  }
}
