package dev.aludel.migrations.plan;

import static dev.aludel.migrations.revision.GraphNotation.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.revision.Revision;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryTest {
  private final Planner line = Planner.of(graph("a; b<a; c<b; d<c; e<d"));
  private final Planner fork =
      Planner.of(
          graph(
              "a; b<a; c1[left]<b; d1<c1; c2[right]<b; d2<c2; first; second[lib]<first dep left"));

  @ParameterizedTest
  @CsvSource({
    ", c, e d c b a",
    "b:d, c, d c b",
    "d:, c, e d",
    ":b, c, b a",
    ":, c, e d c b a",
    "base:b, c, b a",
    "c:c, c, c",
    "b:head, c, e d c b",
    "current:, c, e d c",
    ":current, c, c b a",
    "current:current, c, c",
    // A count at the start counts down from the end, one at the end up from the start.
    "-2:, c, e d c",
    "-2:current, c, c b a",
    "-1:d, c, d c",
    "b:+2, c, d c b",
    ":+2, c, b a",
    "current:+1, c, d c",
    "-1:+1, c, d c b",
    "current-1:current+1, c, d c b",
    "-3:current, c, c b a",
    "head-1:, c, e d",
  })
  void range_goesFromTheNewestToTheOldest(@Nullable String range, String rows, String expected) {
    assertThat(order(line.range(range, rows(rows)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    ", second first d2 c2 d1 c1 b a",
    "b:, d2 c2 d1 c1 b",
    "left:, d1 c1",
    "left@base:, d1 c1 b a",
    "left@base:heads, d1 c1 b a",
    "left@-1:, d1 c1",
    "a:right@head, d2 c2 b a",
    // What the branch depends on belongs to its history, unless the start lies above it.
    "lib@base:, second first c1 b a",
    "first:, second first",
    "current:, second first d2 c2",
    ":current, first c2 b a",
  })
  void range_followsBranches(@Nullable String range, String expected) {
    assertThat(order(fork.range(range, rows("c2 first")))).isEqualTo(expected);
  }

  @Test
  void range_answers_whenARowIsUnknown() {
    assertThat(order(line.range(null, rows("ghost")))).isEqualTo("e d c b a");
    assertThat(order(line.range("current:", rows("ghost d")))).isEqualTo("e d");
  }

  @ParameterizedTest
  @CsvSource({
    "head, e",
    "heads, e",
    "base, ",
    "current, c",
    "c+1, d",
    "-1, b",
    "+1, d",
    "head-2, c",
    "b, b",
  })
  void resolve_findsWhatATargetMeans(String target, @Nullable String expected) {
    assertThat(order(line.resolve(target, rows("c")))).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void resolve_findsSeveral_whenSeveralAreMeant() {
    assertThat(order(fork.resolve("heads", Set.of()))).isEqualTo("d1 d2 second");
    assertThat(order(fork.resolve("current", rows("ghost d2 first")))).isEqualTo("d2 first");
    assertThat(order(fork.resolve("left@current", rows("second")))).isEqualTo("c1");
  }

  private static String order(List<Revision> revisions) {
    return revisions.stream().map(each -> each.id().value()).collect(Collectors.joining(" "));
  }

  private static Set<String> rows(String rows) {
    return Arrays.stream(rows.split(" ")).collect(Collectors.toSet());
  }
}
