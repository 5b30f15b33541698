package dev.aludel.persistence.jooq.documentation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time that may be absent as a value of a statement. */
final class Milliseconds {

  private Milliseconds() {}

  static @Nullable Long of(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
