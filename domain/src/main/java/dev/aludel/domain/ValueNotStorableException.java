package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A value that no database can hold, or that the column is too narrow for. Nothing was written. */
public final class ValueNotStorableException extends StorageException {

  private final String place;

  /**
   * @param place where the value was to go: {@code sessions.name}
   * @param reason why it cannot be stored and what to do, in whole sentences
   */
  public ValueNotStorableException(String place, String reason, @Nullable Throwable cause) {
    super(
        "A value for %s cannot be stored. %s"
            .formatted(requireNonNull(place, "place"), requireNonNull(reason, "reason")),
        cause);
    this.place = place;
  }

  /** Where the value was to go: {@code sessions.name}, or the table when nobody knows more. */
  public String place() {
    return place;
  }
}
