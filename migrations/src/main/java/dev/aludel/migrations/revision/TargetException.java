package dev.aludel.migrations.revision;

import java.util.Collection;
import java.util.List;

/** A target that names nothing, names too much, or cannot be reached from where the database is. */
public final class TargetException extends MigrationException {
  private final String target;
  private final List<RevisionId> candidates;

  /**
   * @param target the target as it was given
   * @param message whole sentences for the person who gave it
   * @param candidates what the target could mean; empty when the trouble is another
   */
  public TargetException(String target, String message, Collection<RevisionId> candidates) {
    super(message);
    this.target = target;
    this.candidates = List.copyOf(candidates);
  }

  /** The target as it was given. */
  public String target() {
    return target;
  }

  /** The revisions that the target could mean, when it is not clear; otherwise empty. */
  public List<RevisionId> candidates() {
    return candidates;
  }
}
