package dev.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.GraphNotation;
import dev.aludel.migrations.revision.MigrationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification by example: each of its cases holds. */
final class GraphCasesTest {

  @Test
  void all_areThere() throws IOException {
    assertThat(GraphCase.all()).hasSize(65);
  }

  @ParameterizedTest
  @MethodSource("dev.aludel.migrations.plan.GraphCase#all")
  void run_givesStepsAndRows_asSpecified(GraphCase example) {
    if (example.error() != null) {
      assertThat(catchThrowableOfType(MigrationException.class, () -> run(example)))
          .hasMessageContaining(example.error());
      assertThat(example.rowsAfter()).isEqualTo(example.rows());
      return;
    }
    Outcome outcome = run(example);
    assertThat(outcome.rowsAfter()).containsExactlyInAnyOrderElementsOf(example.rowsAfter());
    assertThatStepsFollow(example.steps(), outcome.steps());
  }

  /** Blocks of neighbouring long runs are compared as blocks: which one comes first is free. */
  private static void assertThatStepsFollow(List<List<String>> runs, List<String> steps) {
    int from = 0;
    for (int run = 0; run < runs.size(); ) {
      int end = run + 1;
      while (runs.get(run).size() > 1 && end < runs.size() && runs.get(end).size() > 1) {
        end++;
      }
      int length = runs.subList(run, end).stream().mapToInt(List::size).sum();
      assertThat(steps).hasSizeGreaterThanOrEqualTo(from + length);
      List<String> block = steps.subList(from, from + length);
      assertThat(block)
          .containsExactlyInAnyOrderElementsOf(
              runs.subList(run, end).stream().flatMap(List::stream).toList());
      runs.subList(run, end).forEach(each -> assertThat(block).containsSubsequence(each));
      from += length;
      run = end;
    }
    assertThat(steps).hasSize(from);
  }

  private static Outcome run(GraphCase example) {
    Planner planner = Planner.of(GraphNotation.graph(example.graph()));
    return switch (example.command()) {
      case "upgrade" -> Outcome.of(planner.upgrade(example.rows(), example.targets()));
      case "downgrade" -> Outcome.of(planner.downgrade(example.rows(), example.targets().get(0)));
      case "stamp" -> {
        Stamp stamp = planner.stamp(example.rows(), example.targets());
        yield new Outcome(new ArrayList<>(), stamp.rowsAfter());
      }
      default -> throw new AssertionError("unknown command: " + example.command());
    };
  }

  private record Outcome(List<String> steps, Set<String> rowsAfter) {
    static Outcome of(Plan plan) {
      List<String> steps =
          plan.steps().stream()
              .map(
                  step ->
                      (step.direction() == Direction.UPGRADE ? "+" : "-") + step.revision().id())
              .toList();
      return new Outcome(steps, plan.rowsAfter());
    }
  }
}
