package dev.aludel.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * A result of JMH as lines of the table: the class and its parameters are the work. Who did it is
 * the method; or else, by turns, those whom the parameter {@code rivals} lists.
 */
final class Measured {
  static final String RIVALS = "rivals";
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
        table.add(work(), rival.toLowerCase(Locale.ROOT).replace('_', ' '), round(iteration));
      }
    }
  }

  private String work() {
    String type = parameters.getBenchmark().replaceFirst("\\.\\w+$", "");
    String work = type.substring(type.lastIndexOf('.') + 1).replaceFirst("Benchmark$", "");
    return parameters.getParamsKeys().stream()
        .filter(key -> !key.equals(RIVALS))
        .map(key -> ", " + key + " " + parameters.getParam(key).toLowerCase(Locale.ROOT))
        .collect(joining("", work, ""));
  }

  private List<String> rivals() {
    String rivals = parameters.getParam(RIVALS);
    return rivals == null
        ? List.of(parameters.getBenchmark().replaceFirst(".*\\.", ""))
        : List.of(rivals.split(",", -1));
  }

  private static RatioTable.Round round(IterationResult iteration) {
    Result<?> time = iteration.getPrimaryResult();
    Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
    return new RatioTable.Round(
        time.getScore(),
        time.getScoreUnit().replace("/op", ""),
        allocated == null ? Double.NaN : allocated.getScore());
  }
}
