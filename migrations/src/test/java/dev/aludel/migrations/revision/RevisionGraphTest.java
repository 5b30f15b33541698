package dev.aludel.migrations.revision;

import static dev.aludel.migrations.revision.GraphNotation.graph;
import static dev.aludel.migrations.revision.GraphNotation.ids;
import static dev.aludel.migrations.revision.GraphNotation.revisions;
import static dev.aludel.migrations.revision.GraphNotation.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevisionGraphTest {
  private static final String BRANCHES =
      "a; b<a; c1[left]<b; d1<c1; c2[right]<b; d2<c2; e<(d1,d2); f<d2; r; s<r dep left,a";

  private final RevisionGraph graph = graph(BRANCHES);

  @Test
  void of_isEmpty_whenThereAreNoRevisions() {
    RevisionGraph empty = graph("");
    assertThat(empty.revisions()).isEmpty();
    assertThat(empty.heads()).isEmpty();
    assertThat(empty.bases()).isEmpty();
  }

  @Test
  void revisions_areDepthFirstWithDependenciesBeforeParents() {
    assertThat(order(graph)).containsExactly("a", "b", "c1", "d1", "c2", "d2", "e", "f", "r", "s");
    assertThat(order(graph("p; q<p dep x; x<w; w; u<t; t")))
        .containsExactly("w", "x", "p", "q", "t", "u");
  }

  @Test
  void revisions_areInTheSameOrder_whenGivenInAnother() {
    List<Revision> revisions = new ArrayList<>(revisions(BRANCHES));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(revisions, new Random(seed));
      assertThat(RevisionGraph.of(revisions).revisions()).isEqualTo(graph.revisions());
    }
  }

  @Test
  void heads_includeThoseThatAreDependedOn() {
    RevisionGraph dependent = graph("user; user_foo<user; foo dep user_foo");
    assertThat(values(dependent.heads())).containsExactly("foo", "user_foo");
    assertThat(values(dependent.realHeads())).containsExactly("foo");
  }

  @Test
  void points_areToldByRevisesAlone() {
    assertThat(values(graph.bases())).containsExactly("a", "r");
    assertThat(values(graph.heads())).containsExactly("e", "f", "s");
    assertThat(values(graph.branchPoints())).containsExactly("b", "d2");
    assertThat(values(graph.mergePoints())).containsExactly("e");
  }

  @Test
  void edges_leadToNeighbours() {
    assertThat(values(graph.parents(id("e")))).containsExactly("d1", "d2");
    assertThat(values(graph.children(id("b")))).containsExactly("c1", "c2");
    assertThat(values(graph.dependencies(id("s")))).containsExactly("a", "c1");
    assertThat(values(graph.dependents(id("c1")))).containsExactly("s");
    assertThat(values(graph.prerequisites(id("s")))).containsExactly("a", "c1", "r");
  }

  @ParameterizedTest
  @CsvSource({
    "FOLLOWED, 'a b c1 r s', 'c1 d1 e s'",
    "IGNORED, 'r s', 'c1 d1 e'",
  })
  void walks_followDependencies_whenToldTo(
      Dependencies dependencies, String aboveS, String belowC1) {
    assertThat(values(graph.ancestors(ids("s"), dependencies))).containsExactly(aboveS.split(" "));
    assertThat(values(graph.descendants(ids("c1"), dependencies)))
        .containsExactly(belowC1.split(" "));
  }

  @Test
  void lineage_isWhatLiesAboveAndBelow() {
    assertThat(values(graph.lineage(ids("c2"), Dependencies.IGNORED)))
        .containsExactly("a", "b", "c2", "d2", "e", "f");
  }

  @Test
  void tops_areNotNeededByTheOthers() {
    assertThat(values(graph.tops(ids("a", "c1", "d1", "f", "r", "s"))))
        .containsExactly("d1", "f", "s");
  }

  @Test
  void inOrder_keepsTheOrder_whenRevisionsBetweenAreLeftOut() {
    assertThat(graph.inOrder(ids("s", "d1", "c1")).stream().map(revision -> revision.id().value()))
        .containsExactly("c1", "d1", "s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Down to all descendants, over merges too; up to the branch point, which is left out.
        "a; b<a; c1[left]<b; d1<c1; c2[right]<b; e<(d1,c2) | a: b: c1:left d1:left c2:right e:left,right",
        // Without a branch point, up to the root.
        "a; b<a; c[x]<b; d<c; z | a:x b:x c:x d:x z:",
        // A dependent makes a branch point too; a merge point ends a branch.
        "a; b<a; c[x]<b; y dep b | a: b: c:x y:",
        "a; b; m<(a,b); n[x]<m; o<n | a: b: m: n:x o:x",
        // Labels of one branch come together.
        "a[x]; b[y]<a; c[z]<a; d<b | a:x b:x,y c:x,z d:x,y",
      })
  void labels_spreadAsAlembicDoes(String text, String expected) {
    RevisionGraph labelled = graph(text);
    for (String each : expected.split(" ", -1)) {
      String[] parts = each.split(":", -1);
      assertThat(String.join(",", labelled.labels(id(parts[0])))).as(parts[0]).isEqualTo(parts[1]);
    }
  }

  @Test
  void labelled_isTheRevisionThatTheLabelIsWrittenOn() {
    assertThat(graph.labelled("left")).contains(id("c1"));
    assertThat(graph.labelled("c1")).isEmpty();
  }

  @Test
  void find_isEmpty_whenThereIsNoSuchRevision() {
    assertThat(graph.find(id("zzz"))).isEmpty();
    assertThat(graph.find(id("a")).map(Revision::source)).contains("a.sql");
  }

  @Test
  void get_isRefused_whenThereIsNoSuchRevision() {
    assertThatThrownBy(() -> graph.get(id("zzz")))
        .isInstanceOf(TargetException.class)
        .hasMessage("Cannot look up \"zzz\": no revision has this id.");
  }

  private static List<String> order(RevisionGraph graph) {
    return graph.revisions().stream().map(revision -> revision.id().value()).toList();
  }

  private static RevisionId id(String value) {
    return RevisionId.of(value);
  }
}
