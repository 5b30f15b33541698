package dev.aludel.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times beside the floor of the same work, or beside the first one where there is no floor. A ratio
 * is that of the medians of all rounds; the spread is that of the ratios of single rounds, from
 * their first quartile to their third.
 */
final class RatioTable {
  private static final String FLOOR = "floor";

  private final Map<String, Map<String, List<Round>>> works = new TreeMap<>();

  /**
   * What one rival took in one round.
   *
   * @param time in {@code unit}s for each operation
   * @param bytes what each operation allocated; NaN where that was not measured
   */
  record Round(double time, String unit, double bytes) {}

  /** Takes in one round of one rival. */
  void add(String work, String rival, Round round) {
    works
        .computeIfAbsent(work, key -> new LinkedHashMap<>())
        .computeIfAbsent(rival, key -> new ArrayList<>())
        .add(round);
  }

  /** The table, in Markdown: the works by name, in each the fastest first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| work | who | time | ratio to the floor | spread | allocated |");
    lines.add("|---|---|---|---|---|---|");
    works.forEach(
        (work, rivals) ->
            rivals.entrySet().stream()
                .sorted(Comparator.comparing(rival -> time(rival.getValue())))
                .forEach(
                    rival ->
                        lines.add(
                            line(
                                work,
                                rival.getKey(),
                                rival.getValue(),
                                rivals.getOrDefault(FLOOR, rivals.values().iterator().next())))));
    return lines;
  }

  private static String line(String work, String rival, List<Round> rounds, List<Round> floor) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.3g %s | %s | %s | %s |",
        work,
        rival,
        time(rounds),
        rounds.get(0).unit(),
        ratio(time(rounds) / time(floor)),
        spread(rounds, floor),
        bytes(quantile(rounds.stream().map(Round::bytes).toList(), 0.5)));
  }

  private static String spread(List<Round> rounds, List<Round> floor) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(rounds.size(), floor.size()); i++) {
      ratios.add(rounds.get(i).time() / floor.get(i).time());
    }
    return ratio(quantile(ratios, 0.25)) + " to " + ratio(quantile(ratios, 0.75));
  }

  private static double time(List<Round> rounds) {
    return quantile(rounds.stream().map(Round::time).toList(), 0.5);
  }

  // Between two values in proportion, as spreadsheets do it.
  private static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = part * (sorted.size() - 1);
    double lower = sorted.get((int) place);
    double upper = sorted.get((int) Math.ceil(place));
    return lower + (upper - lower) * (place - (int) place);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String bytes(double bytes) {
    if (Double.isNaN(bytes)) {
      return "-";
    }
    return bytes < 100_000
        ? String.format(Locale.ROOT, "%.0f B", bytes)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000);
  }
}
