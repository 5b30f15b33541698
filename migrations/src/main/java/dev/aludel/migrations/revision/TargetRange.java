package dev.aludel.migrations.revision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of history, {@code START:END}, both ends included. Without a start it begins at base,
 * without an end it goes on to all heads. A bare count at the start counts down from the end, one
 * at the end counts up from the start; where both are bare, they count from the database's rows.
 *
 * @param text the range as it was typed
 * @param startTarget the older end, or null for base
 * @param endTarget the younger end, or null for all heads
 */
public record TargetRange(String text, @Nullable Target startTarget, @Nullable Target endTarget) {

  /**
   * The range that this text is.
   *
   * @throws TargetException when it has not the form of one, or an end has not that of a target
   */
  public static TargetRange parse(String text) {
    String[] ends = text.split(":", -1);
    if (ends.length != 2) {
      throw TargetException.illFormed(
          text,
          "\"%s\" is no range of revisions. Write START:END, START: or :END.".formatted(text));
    }
    return new TargetRange(text, end(ends[0]), end(ends[1]));
  }

  private static @Nullable Target end(String text) {
    return text.isEmpty() ? null : Target.parse(text);
  }

  /** The older end; empty for base. */
  public Optional<Target> start() {
    return Optional.ofNullable(startTarget);
  }

  /** The younger end; empty for all heads. */
  public Optional<Target> end() {
    return Optional.ofNullable(endTarget);
  }

  /** Whether what is meant depends on the rows of the database. */
  public boolean needsRows() {
    boolean bothBare =
        start().filter(Target::isBareCount).isPresent()
            && end().filter(Target::isBareCount).isPresent();
    return bothBare
        || start().filter(TargetRange::isCurrent).isPresent()
        || end().filter(TargetRange::isCurrent).isPresent();
  }

  private static boolean isCurrent(Target target) {
    return target.needsRows() && !target.isBareCount();
  }
}
