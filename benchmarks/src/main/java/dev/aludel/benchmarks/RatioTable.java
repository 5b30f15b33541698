package dev.aludel.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * Times beside the floor of the same work. A ratio is that of the medians of all rounds; the spread
 * is from the lowest to the highest ratio of one round.
 */
final class RatioTable {
  private static final String FLOOR = "floor";

  private final Map<String, Map<String, Rival>> works = new TreeMap<>();

  /** What one rival took in each round, in {@link #unit}s. */
  private record Rival(List<Double> scores, String unit) {
    double median() {
      List<Double> sorted = scores.stream().sorted().toList();
      int middle = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(middle)
          : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
  }

  /** Takes in what one rival took in one round. */
  void add(RunResult result) {
    BenchmarkParams parameters = result.getParams();
    String name = parameters.getBenchmark();
    int dot = name.lastIndexOf('.');
    works
        .computeIfAbsent(work(name.substring(0, dot), parameters), key -> new TreeMap<>())
        .computeIfAbsent(
            name.substring(dot + 1),
            key -> new Rival(new ArrayList<>(), result.getPrimaryResult().getScoreUnit()))
        .scores()
        .add(result.getPrimaryResult().getStatistics().getPercentile(50));
  }

  private static String work(String type, BenchmarkParams parameters) {
    StringBuilder work = new StringBuilder(type.substring(type.lastIndexOf('.') + 1));
    parameters
        .getParamsKeys()
        .forEach(key -> work.append(", ").append(key).append(' ').append(parameters.getParam(key)));
    return work.toString();
  }

  /** The table, in Markdown. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| work | who | median | ratio to the floor | spread |");
    lines.add("|---|---|---|---|---|");
    works.forEach(
        (work, rivals) -> {
          Rival floor =
              requireNonNull(rivals.get(FLOOR), () -> "no floor was measured for " + work);
          rivals.entrySet().stream()
              .sorted(Comparator.comparing(rival -> rival.getValue().median()))
              .forEach(rival -> lines.add(line(work, rival.getKey(), rival.getValue(), floor)));
        });
    return lines;
  }

  private static String line(String work, String name, Rival rival, Rival floor) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(rival.scores().size(), floor.scores().size()); i++) {
      ratios.add(rival.scores().get(i) / floor.scores().get(i));
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.3f %s | %.2f | %.2f to %.2f |",
        work,
        name,
        rival.median(),
        rival.unit(),
        rival.median() / floor.median(),
        ratios.stream().mapToDouble(ratio -> ratio).min().orElse(Double.NaN),
        ratios.stream().mapToDouble(ratio -> ratio).max().orElse(Double.NaN));
  }
}
