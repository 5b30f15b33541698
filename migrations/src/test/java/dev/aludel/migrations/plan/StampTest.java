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

final class StampTest {
  private final Planner planner =
      Planner.of(
          graph(
              "a; b<a; c1[left]<b; d1<c1; c2[right]<b; d2<c2; m<(d1,d2); first; second[lib]<first dep left"));

  @ParameterizedTest
  @CsvSource({
    ", heads, m second",
    "m, d1 d2, d1 d2",
    "d1 d2, m, m",
    "m, d2 a, d2",
    "d1, d1, d1",
    "d1 d2, left@-1, c1 d2",
    "d1, +1, m",
    "c1, right, c1 c2",
    // Lineage counts dependencies: the target implies a row, or a row implies the target.
    "c1 d2, lib, d2 second",
    "second, left, c1",
    "second d2, d1, d1 d2 second",
    "second, a, a",
    "second first, base, ",
    "d2 second, right@base, second",
    "d2 second, left@base, d2",
    "second, left@base right, c2",
    "m, current, m",
  })
  void stamp_replacesTheLineageOfTheTargets(
      @Nullable String rows, String targets, @Nullable String rowsAfter) {
    assertThat(planner.stamp(rows(rows), List.of(targets.split(" ", -1))).rowsAfter())
        .isEqualTo(rows(rowsAfter));
  }

  @Test
  void stamp_tellsWhatGoesAndWhatComes() {
    Stamp stamp = planner.stamp(Set.of("d1", "c2"), List.of("c1"));
    assertThat(stamp)
        .isEqualTo(new Stamp(Set.of("d1"), ids("c1"), Set.of("c2", "d1"), Set.of("c1", "c2")));
    assertThat(stamp.isEmpty()).isFalse();
  }

  @Test
  void stamp_isEmpty_whenTheRowsAreRight() {
    assertThat(planner.stamp(Set.of("d1"), List.of("d1")).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"d2, ghost d1, d2", "base, ghost d1, ", "current, ghost d1, d1", "d2, ghost, d2"})
  void stamp_takesAllOtherRowsAway_whenItPurges(
      String target, String rows, @Nullable String rowsAfter) {
    assertThat(planner.stamp(rows(rows), List.of(target), Purge.ALL_ROWS).rowsAfter())
        .isEqualTo(rows(rowsAfter));
  }

  @Test
  void stamp_removesRowsThatNoScriptKnows_whenItPurges() {
    assertThat(planner.stamp(Set.of("not an id", "d1"), List.of("d1"), Purge.ALL_ROWS))
        .isEqualTo(
            new Stamp(Set.of("not an id"), Set.of(), Set.of("d1", "not an id"), Set.of("d1")));
  }

  private static Set<String> rows(@Nullable String rows) {
    return rows == null ? Set.of() : Arrays.stream(rows.split(" ")).collect(Collectors.toSet());
  }
}
