package dev.aludel.benchmarks.crowd;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * What one or several threads came to.
 *
 * @param appends what each append that was stored took, in nanoseconds
 * @param refused how many were not stored
 * @param finds how many messages were found
 */
record Tally(List<Long> appends, int refused, int finds) {
  static final Tally NOTHING = new Tally(List.of(), 0, 0);

  /** Appends while it is told to, and begins the transactions by turns in both ways. */
  static Tally ofAppends(Crowd crowd, BooleanSupplier going) throws SQLException {
    List<Long> appends = new ArrayList<>();
    int refused = 0;
    try (Crowd.Member member = crowd.join()) {
      for (int i = 0; going.getAsBoolean(); i++) {
        long start = System.nanoTime();
        Crowd.Begin begin = i % 2 == 0 ? Crowd.Begin.BY_READING : Crowd.Begin.BY_WRITING;
        if (member.append(UUID.randomUUID().toString(), begin)) {
          appends.add(System.nanoTime() - start);
        } else {
          refused++;
        }
      }
    }
    return new Tally(appends, refused, 0);
  }

  /** Finds a message again and again while it is told to. */
  static Tally ofFinds(Crowd crowd, String id, BooleanSupplier going) throws SQLException {
    int finds = 0;
    try (Crowd.Member member = crowd.join()) {
      while (going.getAsBoolean()) {
        member.find(id);
        finds++;
      }
    }
    return new Tally(List.of(), 0, finds);
  }

  Tally and(Tally other) {
    List<Long> all = new ArrayList<>(appends);
    all.addAll(other.appends);
    return new Tally(all, refused + other.refused, finds + other.finds);
  }

  double refusedPercent() {
    return 100.0 * refused / (appends.size() + refused);
  }

  /** What 99 of 100 appends did not exceed, in milliseconds. */
  double p99() {
    return appends.stream().sorted().skip(appends.size() * 99L / 100).findFirst().orElseThrow()
        / 1e6;
  }
}
