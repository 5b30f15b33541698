package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Turns;
import dev.aludel.migrations.plan.Plan;
import dev.aludel.migrations.plan.Planner;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** From revisions to the steps that apply them all, in memory: the graph is checked and planned. */
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class PlanningBenchmark extends Turns<List<Revision>> {

  @Param("100,1000,10000")
  private String revisions;

  private Plan plan;

  @Override
  protected List<List<Revision>> entrants() {
    return Stream.of(revisions.split(",", -1))
        .map(length -> IntStream.rangeClosed(1, Integer.parseInt(length)))
        .map(numbers -> numbers.mapToObj(PlanningBenchmark::revision).toList())
        .toList();
  }

  private static Revision revision(int number) {
    String id = RevisionSet.id(number);
    List<RevisionId> parents =
        number == 1 ? List.of() : List.of(RevisionId.of(RevisionSet.id(number - 1)));
    return new Revision(
        RevisionId.of(id), parents, Set.of(), List.of(), null, "Step " + number, id + ".sql");
  }

  @Benchmark
  public Plan plan() {
    plan = Planner.of(RevisionGraph.of(entrant())).upgrade(Set.of(), List.of("heads"));
    return plan;
  }

  @Override
  protected void check() {
    if (plan.steps().size() != entrant().size()) {
      throw new IllegalStateException("%d steps".formatted(plan.steps().size()));
    }
  }
}
