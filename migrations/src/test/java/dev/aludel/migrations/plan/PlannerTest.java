package dev.aludel.migrations.plan;

import static dev.aludel.migrations.revision.GraphNotation.graph;
import static dev.aludel.migrations.revision.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlannerTest {
  private final Planner planner =
      Planner.of(
          graph(
              "a; b<a; c1[left]<b; d1<c1; c2[right]<b; d2<c2; first; second[lib]<first dep left"));

  @Test
  void upgrade_movesTheRow_whenTheGraphIsLinear() {
    Plan plan = planner.upgrade(Set.of("a"), List.of("c1"));
    assertThat(plan.steps())
        .extracting(Step::rows)
        .containsExactly(
            new VersionChange(ids("a"), ids("b")), new VersionChange(ids("b"), ids("c1")));
    assertThat(plan.rowsBefore()).containsExactly("a");
    assertThat(plan.rowsAfter()).containsExactly("c1");
  }

  @Test
  void upgrade_addsARow_whenABranchBegins() {
    assertThat(planner.upgrade(Set.of("c1"), List.of("c2")).steps())
        .extracting(Step::rows)
        .containsExactly(new VersionChange(Set.of(), ids("c2")));
  }

  @Test
  void upgrade_takesTheRowsOfParentsAndDependencies() {
    assertThat(planner.upgrade(Set.of("c1", "first"), List.of("lib")).steps())
        .extracting(Step::rows)
        .containsExactly(new VersionChange(ids("c1", "first"), ids("second")));
  }

  @Test
  void upgrade_takesSeveralTargetsAsOneSet() {
    Plan plan = planner.upgrade(Set.of("b"), List.of("d2", "c1", "right"));
    assertThat(order(plan)).isEqualTo("c1 c2 d2");
    assertThat(plan).isEqualTo(planner.upgrade(Set.of("b"), List.of("c1", "d2")));
  }

  @ParameterizedTest
  @CsvSource({
    "heads, d1 d2 second",
    "right@heads, d2",
    "lib@head, second",
    "left, c1",
    "left@b, b",
    "right@base+3, c2",
    "left@+3, c1",
    "d2-1, c2",
    "seco, second",
    "secon@fir, first",
  })
  void upgrade_understandsEveryForm(String target, String rowsAfter) {
    assertThat(planner.upgrade(Set.of(), List.of(target)).rowsAfter()).isEqualTo(rows(rowsAfter));
  }

  @ParameterizedTest
  @CsvSource({"base", "left@base", "b", "current", "left@current", "c1-1"})
  void upgrade_hasNothingToDo_whenTheTargetIsApplied(String target) {
    Plan plan = planner.upgrade(Set.of("c1"), List.of(target));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.rowsAfter()).containsExactly("c1");
  }

  @Test
  void upgrade_hasNothingToDo_whenThereAreNoRevisions() {
    Planner none = Planner.of(graph(""));
    assertThat(none.upgrade(Set.of(), List.of("heads")).isEmpty()).isTrue();
    assertThat(none.upgrade(Set.of(), List.of("head")).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // What depends on what goes, goes too; the row of what it implied comes back.
    "second, left@b, second c1, b first",
    "second, first, second, c1 first",
    "second, lib@-1, second, c1 first",
    "second, left@-1, second c1, b first",
    "d1 second, left, d1, second",
    "d1 second, c1, d1, second",
    // Nothing stands above an implied revision: there is nothing to do.
    "second, left, , second",
    "second, c1, , second",
    "second, left@current, , second",
    "d1 d2, left@base, d2 c2 d1 c1 b a, ",
    "second, lib@base, second first, c1",
    "d1 d2, b+0, d2 c2 d1 c1, b",
    "d1 d2, right@b, d2 c2, d1",
    // From the one row down, past the branch point: the other branch depends on it.
    "d1, -3, d1 c1 b, a",
    "second d2, base, second first c1 d2 c2 b a, ",
  })
  void downgrade_takesDownWhatIsAboveTheTarget(
      String rows, String target, @Nullable String reverted, @Nullable String rowsAfter) {
    Plan plan = planner.downgrade(rows(rows), target);
    assertThat(order(plan)).isEqualTo(reverted == null ? "" : reverted);
    assertThat(plan.rowsAfter()).isEqualTo(rows(rowsAfter));
  }

  @Test
  void downgrade_bringsBackTheRowsThatNothingImplies() {
    assertThat(planner.downgrade(Set.of("second", "d2"), "first").steps())
        .extracting(Step::rows)
        .containsExactly(new VersionChange(ids("second"), ids("c1", "first")));
  }

  @Test
  void downgrade_isTheReverseOfTheUpgrade() {
    List<String> up = List.of(order(planner.upgrade(Set.of(), List.of("heads"))).split(" ", -1));
    List<String> down =
        List.of(order(planner.downgrade(Set.of("d1", "d2", "second"), "base")).split(" ", -1));
    assertThat(down)
        .isEqualTo(up.stream().sorted((x, y) -> up.indexOf(y) - up.indexOf(x)).toList());
  }

  private static String order(Plan plan) {
    return plan.steps().stream()
        .map(step -> step.revision().id().value())
        .collect(Collectors.joining(" "));
  }

  private static Set<String> rows(@Nullable String rows) {
    return rows == null ? Set.of() : Arrays.stream(rows.split(" ")).collect(Collectors.toSet());
  }
}
