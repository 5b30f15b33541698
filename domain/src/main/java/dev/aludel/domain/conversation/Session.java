package dev.aludel.domain.conversation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of one user, with or without an agent yet.
 *
 * @param userId the user it belongs to, in the application's own terms
 * @param nameOrNull what the user calls it; null for no name
 * @param agentIdOrNull the agent that answers in it; null while none is assigned
 * @param createdAt when it began, cut to the millisecond
 * @param updatedAt when it last changed, cut to the millisecond; not compared with {@code
 *     createdAt}, because clocks differ
 */
public record Session(
    Id id,
    String userId,
    @Nullable String nameOrNull,
    @Nullable String agentIdOrNull,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A session's id: any text but the empty one, by default a UUID of version 7.
   *
   * @param value the id as it is stored
   */
  public record Id(String value) {

    /** Refuses the empty text. */
    public Id {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("A session's id must not be empty.");
      }
    }

    /** A new id, greater than the ones made before it. */
    public static Id next(TimeOrderedUuids uuids) {
      return new Id(uuids.next());
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** Cuts the times to the millisecond. */
  public Session {
    requireNonNull(id, "id");
    requireNonNull(userId, "userId");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    updatedAt = Timestamps.cutToMilliseconds("updatedAt", updatedAt);
  }

  /** A session that begins now, without name and agent. */
  public static Session begun(Id id, String userId, Instant now) {
    return new Session(id, userId, null, null, now, now);
  }

  /** What the user calls it; absent for no name. An empty name is a name. */
  public Optional<String> name() {
    return Optional.ofNullable(nameOrNull);
  }

  /** The agent that answers in it; absent while none is assigned. */
  public Optional<String> agentId() {
    return Optional.ofNullable(agentIdOrNull);
  }
}
