package dev.aludel.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * A result of JMH as lines of the table: the class and its parameters are the work. Who did it is
 * the method; or else those whom one of its parameters lists, by turns.
 */
final class Measured {
  private static final String RIVALS = "rivals";
  private static final Set<String> TURNS =
      Set.of(RIVALS, "rival", "messages", "revisions", "readers");
  private static final String PROFILER = "gc.";
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final RunResult result;
  private final BenchmarkParams parameters;

  Measured(RunResult result) {
    this.result = result;
    this.parameters = result.getParams();
  }

  void addTo(RatioTable table) {
    List<String> rivals = rivals();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      int turn = parameters.getWarmup().getCount();
      for (IterationResult iteration : fork.getIterationResults()) {
        String rival = rivals.get(turn++ % rivals.size());
        rounds(iteration).forEach((work, round) -> table.add(work, rival, round));
      }
    }
  }

  private String work() {
    String type = parameters.getBenchmark().replaceFirst("\\.\\w+$", "");
    String work = type.substring(type.lastIndexOf('.') + 1).replaceFirst("Benchmark$", "");
    return parameters.getParamsKeys().stream()
        .filter(key -> !TURNS.contains(key))
        .map(key -> ", " + parameters.getParam(key).toLowerCase(Locale.ROOT))
        .collect(joining("", work, ""));
  }

  private List<String> rivals() {
    return parameters.getParamsKeys().stream()
        .filter(TURNS::contains)
        .findFirst()
        .map(
            key ->
                Stream.of(parameters.getParam(key).split(",", -1))
                    .map(each -> name(key, each))
                    .toList())
        .orElseGet(() -> List.of(parameters.getBenchmark().replaceFirst(".*\\.", "")));
  }

  private static String name(String parameter, String value) {
    return parameter.startsWith("rival")
        ? value.toLowerCase(Locale.ROOT).replace('_', ' ')
        : value + " " + parameter;
  }

  // What a benchmark counts stands in the place of its time.
  private Map<String, RatioTable.Round> rounds(IterationResult iteration) {
    Map<String, RatioTable.Round> rounds = new HashMap<>();
    iteration
        .getSecondaryResults()
        .forEach(
            (label, counted) -> {
              if (!label.startsWith(PROFILER)) {
                rounds.put(
                    work() + ", " + label,
                    new RatioTable.Round(counted.getScore(), "", Double.NaN));
              }
            });
    return rounds.isEmpty() ? Map.of(work(), time(iteration)) : rounds;
  }

  private static RatioTable.Round time(IterationResult iteration) {
    Result<?> time = iteration.getPrimaryResult();
    Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
    return new RatioTable.Round(
        time.getScore(),
        time.getScoreUnit().replace("/op", ""),
        allocated == null ? Double.NaN : allocated.getScore());
  }
}
