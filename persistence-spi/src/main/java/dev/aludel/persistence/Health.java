package dev.aludel.persistence;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.StorageException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database's answer to a sign of life.
 *
 * @param took how long the answer or the failure took, the wait for a connection included
 * @param errorOrNull why there was no answer; null when there was one
 */
public record Health(Duration took, @Nullable StorageException errorOrNull) {

  /** Whether the database can be worked with. */
  public enum Status {
    /** It answered. */
    UP,
    /** It did not. */
    DOWN
  }

  /** Checks that a duration is there. */
  public Health {
    requireNonNull(took, "took");
  }

  /** Whether the database answered. */
  public Status status() {
    return errorOrNull == null ? Status.UP : Status.DOWN;
  }

  /** Why there was no answer; absent when there was one. */
  public Optional<StorageException> error() {
    return Optional.ofNullable(errorOrNull);
  }
}
