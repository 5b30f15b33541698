package dev.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.TargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An id may end as a count does: {@code a-1}. */
final class TwoReadingsTest {

  /** A line of revisions, the first of them at base. */
  private static Planner line(String... ids) {
    List<Revision> revisions = new ArrayList<>();
    for (String id : ids) {
      List<RevisionId> parents =
          revisions.isEmpty() ? List.of() : List.of(revisions.get(revisions.size() - 1).id());
      revisions.add(
          new Revision(RevisionId.of(id), parents, Set.of(), List.of(), null, "", id + ".sql"));
    }
    return Planner.of(RevisionGraph.of(revisions));
  }

  private static String meant(Planner planner, String target) {
    return String.join(
        " ", planner.resolve(target, Set.of()).stream().map(one -> one.id().value()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "x 2024-01-15 z, 2024-01-15, 2024-01-15",
    "x 1.2-3 z, 1.2-3, 1.2-3",
    "x 1.2 z, z-1, 1.2",
    "x 1.2 y-z, y-z-1, 1.2",
    "a a-1 b, b-2, a",
    "x y 2024-01-01 z, 2024-01-01, 2024-01-01",
    "x 2024-01-15 2024-02-15, 2024-01, 2024-01-15",
    "rel-1 rel z, rel-1, rel-1",
    "x head-1 z, head-2, x",
    "x a y a-1, a-1+0, a-1",
  })
  void target_isTheWholeIdOrACountOrABeginning_whenThatIsClear(
      String ids, String target, String meant) {
    assertThat(meant(line(ids.split(" ")), target)).isEqualTo(meant);
  }

  @Test
  void target_isRefusedWithBoth_whenItIsAnIdAndACount() {
    Planner planner = line("x", "a", "y", "a-1");
    assertThatThrownBy(() -> planner.upgrade(Set.of(), List.of("a-1")))
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "Cannot upgrade to \"a-1\": it can be read in two ways: as the id a-1, and as -1 from a"
                + " on, which is x. Write \"a-1+0\" for the first, \"x\" for the second.");
    assertThat(planner.upgrade(Set.of(), List.of("a-1+0")).steps()).hasSize(4);
  }

  @Test
  void target_isRefusedWithBoth_whenItIsAnIdAndACountToBase() {
    Planner planner = line("a", "a-1");
    assertThatThrownBy(() -> planner.downgrade(Set.of("a-1"), "a-1"))
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "Cannot downgrade to \"a-1\": it can be read in two ways: as the id a-1, and as -1 from"
                + " a on, which is base. Write \"a-1+0\" for the first, \"base\" for the second.");
  }

  @Test
  void target_isRefusedWithBoth_whenItIsTheWordHeadAndACountToo() {
    Planner planner = line("x", "y", "head-1", "z", "q");
    assertThatThrownBy(() -> planner.upgrade(Set.of(), List.of("head-1")))
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "Cannot upgrade to \"head-1\": it can be read in two ways: as the id head-1, and as -1"
                + " from head on, which is z. Write \"head-1+0\" for the first, \"z\" for the"
                + " second.");
  }

  @Test
  void target_isRefusedWithBoth_whenItIsACountAndABeginning() {
    Planner planner = line("x", "2024", "2024-10", "2024-11");
    assertThatThrownBy(() -> planner.upgrade(Set.of(), List.of("2024-1")))
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "Cannot upgrade to \"2024-1\": it can be read in two ways: as the beginning of 2024-10"
                + " and 2024-11, and as -1 from 2024 on, which is x. Write \"2024-10\" or"
                + " \"2024-11\" for the first, \"x\" for the second.");
  }
}
