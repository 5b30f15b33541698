package dev.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.TargetException;
import dev.aludel.migrations.revision.VersionRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The planner against the model, over sequences of upgrades, downgrades and stamps. {@code
 * -Daludel.seed} repeats a run, {@code -Daludel.sequences} makes it longer.
 */
final class RandomGraphTest {
  private static final long SEED = Long.getLong("aludel.seed", new Random().nextLong());
  private static final int SEQUENCES = Integer.getInteger("aludel.sequences", 5_000);
  private static final int SEQUENCES_PER_GRAPH = 10;
  private static final int COMMANDS = 6;

  private int answered;
  private int steps;

  @Test
  void sequences_endWhereTheModelDoes() {
    System.out.printf("random graphs: -Daludel.seed=%d%n", SEED);
    Random random = new Random(SEED);
    for (int sequence = 0; sequence < SEQUENCES; sequence += SEQUENCES_PER_GRAPH) {
      Sequences sequences = new Sequences(RandomGraph.revisions(random), random);
      for (int i = 0; i < SEQUENCES_PER_GRAPH; i++) {
        sequences.runOne();
      }
    }
    // A run in which nearly everything is refused would prove nothing.
    assertThat(answered).isGreaterThan(SEQUENCES * COMMANDS / 3);
    assertThat(steps).isGreaterThan(SEQUENCES * COMMANDS);
  }

  /** Sequences on one graph, each from an empty database. */
  private final class Sequences {
    private final Random random;
    private final SlowModel model;
    private final RevisionGraph graph;
    private final Planner planner;
    private final Planner shuffledPlanner;

    Sequences(List<Revision> revisions, Random random) {
      this.random = random;
      this.model = new SlowModel(revisions);
      this.graph = RevisionGraph.of(revisions);
      this.planner = Planner.of(graph);
      List<Revision> shuffled = new ArrayList<>(revisions);
      Collections.shuffle(shuffled, random);
      this.shuffledPlanner = Planner.of(RevisionGraph.of(shuffled));
    }

    void runOne() {
      model.clear();
      for (int command = 0; command < COMMANDS; command++) {
        switch (random.nextInt(5)) {
          case 0, 1 -> upgrade(target());
          case 2, 3 -> downgrade(random.nextBoolean() ? target() : appliedTarget());
          default -> stamp(List.of(target(), target()).subList(0, 1 + random.nextInt(2)));
        }
      }
    }

    private void upgrade(RandomTarget target) {
      Set<String> before = Set.copyOf(model.rows());
      Supplier<String> what = describe("upgrade", target.text());
      Set<String> applied = model.applied();
      Optional<Plan> plan = answer(() -> planner.upgrade(before, List.of(target.text())));
      assertThat(plan)
          .as(what)
          .isEqualTo(answer(() -> shuffledPlanner.upgrade(before, List.of(target.text()))));
      assertThat(plan.isPresent()).as(what).isEqualTo(model.upgrade(target));
      plan.ifPresent(
          found -> {
            answered++;
            replay(what, found, applied);
            assertThat(revert(found).rowsAfter()).as(what).isEqualTo(before);
          });
    }

    private void downgrade(RandomTarget target) {
      Set<String> before = Set.copyOf(model.rows());
      Supplier<String> what = describe("downgrade", target.text());
      Set<String> applied = model.applied();
      Optional<Plan> plan = answer(() -> planner.downgrade(before, target.text()));
      assertThat(plan)
          .as(what)
          .isEqualTo(answer(() -> shuffledPlanner.downgrade(before, target.text())));
      assertThat(plan.isPresent()).as(what).isEqualTo(model.downgrade(target));
      plan.ifPresent(
          found -> {
            answered++;
            replay(what, found, applied);
          });
    }

    private void stamp(List<RandomTarget> targets) {
      Set<String> before = Set.copyOf(model.rows());
      List<String> texts = targets.stream().map(RandomTarget::text).toList();
      Supplier<String> what = describe("stamp", String.join(" ", texts));
      Optional<Stamp> stamp = answer(() -> planner.stamp(before, texts));
      assertThat(stamp.isPresent()).as(what).isEqualTo(model.stamp(targets));
      stamp.ifPresent(
          found -> {
            answered++;
            assertThat(found.rowsAfter()).as(what).isEqualTo(model.rows());
          });
    }

    /** Step by step: what it needs is applied, what needs it is not, and the rows are the tops. */
    private void replay(Supplier<String> what, Plan plan, Set<String> applied) {
      Set<String> rows = new TreeSet<>(plan.rowsBefore());
      for (Step step : plan.steps()) {
        steps++;
        String id = step.revision().id().value();
        if (step.direction() == Direction.UPGRADE) {
          assertThat(applied).as(what).containsAll(model.needs(id)).doesNotContain(id);
          applied.add(id);
        } else {
          assertThat(applied).as(what).contains(id);
          applied.remove(id);
          assertThat(applied).as(what).noneMatch(other -> model.needs(other).contains(id));
        }
        change(what, rows, step.rows());
        assertThat(rows).as(what).isEqualTo(model.topsOfComplete(applied));
      }
      assertThat(rows).as(what).isEqualTo(plan.rowsAfter()).isEqualTo(model.rows());
    }

    private void change(Supplier<String> what, Set<String> rows, VersionChange change) {
      for (RevisionId id : change.removed()) {
        assertThat(rows.remove(id.value())).as(what).isTrue();
      }
      for (RevisionId id : change.added()) {
        assertThat(rows.add(id.value())).as(what).isTrue();
      }
    }

    private Plan revert(Plan plan) {
      RowKeeper keeper = new RowKeeper(graph, VersionRows.of(graph, plan.rowsAfter()));
      List<Step> latestFirst = new ArrayList<>(plan.steps());
      Collections.reverse(latestFirst);
      latestFirst.forEach(step -> keeper.revert(step.revision()));
      return keeper.plan();
    }

    private RandomTarget target() {
      return RandomTarget.of(random, model.ids(), model.labels());
    }

    private RandomTarget appliedTarget() {
      Set<String> applied = model.applied();
      return RandomTarget.of(random, applied.isEmpty() ? model.ids() : applied, model.labels());
    }

    private <T> Optional<T> answer(Supplier<T> question) {
      try {
        return Optional.of(question.get());
      } catch (TargetException refusal) {
        return Optional.empty();
      }
    }

    private Supplier<String> describe(String command, String target) {
      Set<String> rows = Set.copyOf(model.rows());
      return () ->
          "-Daludel.seed=%d: %s %s from %s in %s"
              .formatted(SEED, command, target, rows, graph.revisions());
    }
  }
}
