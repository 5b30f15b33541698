package dev.aludel.migrations.run;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a version table says, whatever is wrong with it.
 *
 * @param rows each once, sorted
 * @param kept the rows that Aludel's storage keeps, beside these scripts, sorted
 * @param problems whole sentences: what is not as it should be, and what to do
 */
public record VersionTableContent(Set<String> rows, List<String> kept, List<String> problems) {
  static final VersionTableContent NONE = new VersionTableContent(Set.of(), List.of(), List.of());

  public VersionTableContent {
    rows = Collections.unmodifiableNavigableSet(new TreeSet<>(rows));
    kept = kept.stream().sorted().toList();
    problems = List.copyOf(problems);
  }
}
