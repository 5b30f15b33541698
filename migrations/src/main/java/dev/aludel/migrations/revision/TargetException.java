package dev.aludel.migrations.revision;

import java.util.Collection;
import java.util.List;

/** A target that names nothing, names too much, or cannot be reached from where the database is. */
public final class TargetException extends MigrationException {
  private final String target;
  private final List<RevisionId> candidates;
  private final Fault fault;

  /** Where the trouble lies. */
  public enum Fault {
    /** In the text: it is no target, whatever revisions there are. */
    FORM,
    /** In what the text names: it is not there, is not clear or cannot be reached. */
    MEANING
  }

  /**
   * @param target the target as it was given
   * @param message whole sentences for the person who gave it
   * @param candidates what the target could mean; empty when the trouble is another
   */
  public TargetException(String target, String message, Collection<RevisionId> candidates) {
    this(target, message, candidates, Fault.MEANING);
  }

  private TargetException(
      String target, String message, Collection<RevisionId> candidates, Fault fault) {
    super(message);
    this.fault = fault;
    this.target = target;
    this.candidates = List.copyOf(candidates);
  }

  static TargetException illFormed(String target, String message) {
    return new TargetException(target, message, List.of(), Fault.FORM);
  }

  /** Where the trouble lies. */
  public Fault fault() {
    return fault;
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
