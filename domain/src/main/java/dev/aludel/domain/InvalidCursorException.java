package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A cursor that cannot be used for the page that was asked for. It is the caller's argument that is
 * wrong, not the storage: hence no {@link StorageException}.
 */
public final class InvalidCursorException extends IllegalArgumentException {

  /** What is wrong with the cursor. */
  public enum Problem {
    /** It was cut or altered on its way. */
    DAMAGED("The cursor is damaged: it was cut or altered. "),
    /** It is whole, but a version of Aludel made it that this one does not know. */
    UNKNOWN_VERSION("The cursor was made by a version of Aludel that this one does not know. "),
    /** It is whole, but another query, or the same for another user or session, made it. */
    OTHER_QUERY("The cursor belongs to another query. ");

    private final String sentence;

    Problem(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Problem problem;

  /** An error without a further cause. */
  public InvalidCursorException(Problem problem) {
    this(problem, null);
  }

  /** An error with the error that led to it. */
  public InvalidCursorException(Problem problem, @Nullable Throwable cause) {
    super(
        requireNonNull(problem, "problem").sentence
            + "Begin again with the first page, and pass cursors on as they are.",
        cause);
    this.problem = problem;
  }

  /** What is wrong with the cursor. */
  public Problem problem() {
    return problem;
  }
}
