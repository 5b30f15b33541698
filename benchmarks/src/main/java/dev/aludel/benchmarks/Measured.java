package dev.aludel.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private static final Set<String> LISTS =
      Set.of("rivals", "rival", "messages", "revisions", "readers");
  private static final String PROFILER = "gc.";
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final RunResult result;
  private final BenchmarkParams parameters;
  private final Class<?> type;
  private final String method;

  Measured(RunResult result) throws ClassNotFoundException {
    this.result = result;
    this.parameters = result.getParams();
    String name = parameters.getBenchmark();
    int dot = name.lastIndexOf('.');
    this.type = Class.forName(name.substring(0, dot));
    this.method = name.substring(dot + 1);
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
    String work = type.getSimpleName().replaceFirst("Benchmark$", "");
    return parameters.getParamsKeys().stream()
        .filter(key -> !LISTS.contains(key))
        .map(key -> ", " + parameters.getParam(key).toLowerCase(Locale.ROOT))
        .collect(joining("", work, ""));
  }

  private List<String> rivals() {
    return parameters.getParamsKeys().stream()
        .filter(LISTS::contains)
        .findFirst()
        .map(key -> names(key, parameters.getParam(key)))
        .orElse(List.of(method));
  }

  private static List<String> names(String parameter, String values) {
    String unit = parameter.startsWith("rival") ? "" : " " + parameter;
    return Stream.of(values.split(",", -1))
        .map(value -> value.toLowerCase(Locale.ROOT).replace('_', ' ') + unit)
        .toList();
  }

  // What a benchmark counts stands in the place of its time.
  private Map<String, RatioTable.Round> rounds(IterationResult iteration) {
    Map<String, RatioTable.Round> counted = new TreeMap<>();
    iteration
        .getSecondaryResults()
        .forEach(
            (label, count) -> {
              if (!label.startsWith(PROFILER)) {
                RatioTable.Round round = new RatioTable.Round(count.getScore(), "", Double.NaN);
                counted.put(work() + ", " + label, round);
              }
            });
    return counted.isEmpty() ? Map.of(work(), time(iteration)) : counted;
  }

  private RatioTable.Round time(IterationResult iteration) {
    Result<?> time = iteration.getPrimaryResult();
    Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
    return new RatioTable.Round(
        time.getScore(),
        time.getScoreUnit().replace("/op", ""),
        allocated == null || type.isAnnotationPresent(WholeProcess.class)
            ? Double.NaN
            : allocated.getScore());
  }
}
