package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body of documents under one root. What belongs to it goes with it.
 *
 * @param name what people call it
 * @param rootPath where its documents lie; no two projects have the same
 * @param descriptionOrNull what it is about; null when not recorded
 * @param createdAt when this was first recorded, cut to the millisecond
 * @param updatedAt when this was last recorded, cut to the millisecond; not compared with {@code
 *     createdAt}, because clocks differ
 */
public record Project(
    Id id,
    String name,
    String rootPath,
    @Nullable String descriptionOrNull,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A project's id; any number is one.
   *
   * @param value the id as it is stored
   */
  public record Id(long value) {

    /** A new id, greater than the ones made before it. */
    public static Id next(TimeOrderedLongs ids) {
      return new Id(ids.next());
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** Cuts the times to the millisecond. */
  public Project {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(rootPath, "rootPath");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
  }

  /** What it is about; absent when not recorded. */
  public Optional<String> description() {
    return Optional.ofNullable(descriptionOrNull);
  }
}
