package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** An entity that must be there is not: check the id, or use {@code find} or {@code upsert}. */
public final class NotFoundException extends StorageException {

  private static final int LONGEST_ID_IN_MESSAGE = 100;

  private final String entity;
  private final String id;

  /**
   * @param entity what was asked for, in a word or two: {@code session}
   * @param id the id that was asked for, as text
   */
  public NotFoundException(String entity, String id) {
    this(entity, id, null);
  }

  /** As the other constructor, with the error that told that it is not there. */
  public NotFoundException(String entity, String id, @Nullable Throwable cause) {
    super(
        "There is no %s with the id \"%s\"."
            .formatted(requireNonNull(entity, "entity"), shortened(requireNonNull(id, "id"))),
        cause);
    this.entity = entity;
    this.id = id;
  }

  /** What was asked for: {@code session}. */
  public String entity() {
    return entity;
  }

  /** The whole id that was asked for. */
  public String id() {
    return id;
  }

  private static String shortened(String id) {
    return id.length() <= LONGEST_ID_IN_MESSAGE
        ? id
        : id.substring(0, LONGEST_ID_IN_MESSAGE) + "...";
  }
}
