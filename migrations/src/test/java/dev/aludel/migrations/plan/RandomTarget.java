package dev.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A target in parts, so that the model need not read it.
 *
 * @param branch what stands in front of the {@code @}; empty for none
 * @param anchor a name, or {@code head}, {@code heads}, {@code base}, {@code current}; empty for a
 *     count alone
 * @param steps the count behind it
 */
record RandomTarget(String branch, String anchor, int steps) {

  /** A target that may or may not mean something in a graph with these names. */
  static RandomTarget of(Random random, Set<String> ids, Set<String> labels) {
    String branch = random.nextInt(4) == 0 ? name(random, ids, labels) : "";
    int steps = random.nextInt(4) == 0 ? random.nextInt(7) - 3 : 0;
    String anchor =
        switch (random.nextInt(12)) {
          case 0 -> "base";
          case 1 -> "heads";
          case 2 -> "head";
          case 3 -> "current";
          case 4 -> "";
          default -> name(random, ids, labels);
        };
    return new RandomTarget(
        branch, anchor, anchor.isEmpty() && steps == 0 ? (random.nextBoolean() ? 1 : -1) : steps);
  }

  private static String name(Random random, Set<String> ids, Set<String> labels) {
    List<String> names = new ArrayList<>(ids);
    labels.forEach(label -> names.addAll(List.of(label, label, label)));
    String name = names.get(random.nextInt(names.size()));
    return random.nextInt(4) == 0 ? name.substring(0, (name.length() + 1) / 2) : name;
  }

  boolean isBare() {
    return anchor.isEmpty();
  }

  boolean startsAtRows() {
    return anchor.isEmpty() || anchor.equals("current");
  }

  String text() {
    String count = steps == 0 ? "" : steps > 0 ? "+" + steps : String.valueOf(steps);
    return (branch.isEmpty() ? "" : branch + "@") + anchor + count;
  }
}
