package dev.aludel.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * A result of JMH as a line of the table: the class and its parameters are the work; the parameter
 * {@code rival}, or else the method, is who did it.
 */
final class Measured {
  static final String RIVAL = "rival";

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final RunResult result;
  private final BenchmarkParams parameters;

  Measured(RunResult result) {
    this.result = result;
    this.parameters = result.getParams();
  }

  void addTo(RatioTable table) {
    table.add(work(), rival(), round());
  }

  private String work() {
    String type = parameters.getBenchmark().replaceFirst("\\.\\w+$", "");
    String work = type.substring(type.lastIndexOf('.') + 1).replaceFirst("Benchmark$", "");
    return parameters.getParamsKeys().stream()
        .filter(key -> !key.equals(RIVAL))
        .map(key -> ", " + key + " " + parameters.getParam(key).toLowerCase(Locale.ROOT))
        .collect(joining("", work, ""));
  }

  private String rival() {
    String rival = parameters.getParam(RIVAL);
    String name =
        rival == null
            ? parameters.getBenchmark().replaceFirst(".*\\.", "")
            : rival.toLowerCase(Locale.ROOT);
    return name.replace('_', ' ');
  }

  private RatioTable.Round round() {
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    return new RatioTable.Round(
        result.getPrimaryResult().getStatistics().getPercentile(50),
        result.getPrimaryResult().getScoreUnit().replace("/op", ""),
        allocated == null ? Double.NaN : allocated.getStatistics().getPercentile(50));
  }
}
