package dev.aludel.domain.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agent was not sure to have understood.
 *
 * @param createdAt when it was noticed, cut to the millisecond
 * @param userMessageOrNull what the user said, of any length; null when not recorded
 * @param parsedIntentOrNull what the agent took it for; null when not recorded
 * @param confidenceOrNull how sure it was, from 0 to 1; null when not recorded
 * @param contextOrNull what it was about, free text of any length; null when not recorded
 * @param signalsOrNull what made it unsure; null for nothing
 * @param resolved whether it has been settled
 * @param resolutionPatternOrNull how it has been settled, free text; null when not recorded
 */
public record UncertaintyEntry(
    Id id,
    Instant createdAt,
    @Nullable String userMessageOrNull,
    @Nullable String parsedIntentOrNull,
    @Nullable Double confidenceOrNull,
    @Nullable String contextOrNull,
    @Nullable Json signalsOrNull,
    boolean resolved,
    @Nullable String resolutionPatternOrNull) {

  /**
   * An entry's id: any number.
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

  /**
   * Cuts the time to the millisecond and checks the confidence.
   *
   * @throws IllegalArgumentException when the confidence is no number from 0 to 1
   */
  public UncertaintyEntry {
    requireNonNull(id, "id");
    createdAt = Timestamps.cutToMilliseconds("createdAt", createdAt);
    confidenceOrNull = Range.FROM_ZERO_TO_ONE.requireOrNull("confidence", confidenceOrNull);
  }

  /** What the user said; absent when not recorded. */
  public Optional<String> userMessage() {
    return Optional.ofNullable(userMessageOrNull);
  }

  /** What the agent took it for; absent when not recorded. */
  public Optional<String> parsedIntent() {
    return Optional.ofNullable(parsedIntentOrNull);
  }

  /** How sure the agent was, from 0 to 1; absent when not recorded. */
  public OptionalDouble confidence() {
    return confidenceOrNull == null ? OptionalDouble.empty() : OptionalDouble.of(confidenceOrNull);
  }

  /** What it was about; absent when not recorded. */
  public Optional<String> context() {
    return Optional.ofNullable(contextOrNull);
  }

  /** What made the agent unsure; absent for nothing. */
  public Optional<Json> signals() {
    return Optional.ofNullable(signalsOrNull);
  }

  /** How it has been settled; absent when not recorded. */
  public Optional<String> resolutionPattern() {
    return Optional.ofNullable(resolutionPatternOrNull);
  }

  /** The same entry, settled. */
  public UncertaintyEntry settled(@Nullable String patternOrNull) {
    return new UncertaintyEntry(
        id,
        createdAt,
        userMessageOrNull,
        parsedIntentOrNull,
        confidenceOrNull,
        contextOrNull,
        signalsOrNull,
        true,
        patternOrNull);
  }
}
