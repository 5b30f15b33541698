package dev.aludel.migrations.revision;

import java.util.Collection;
import java.util.List;

/** What a target is wanted for. It decides how a refusal is worded and which remedies it names. */
public enum Intent {
  /** To apply revisions up to the target. */
  UPGRADE("Cannot upgrade", "Cannot upgrade to", "upgrade "),
  /** To revert revisions down to the target. */
  DOWNGRADE("Cannot downgrade", "Cannot downgrade to", "downgrade "),
  /** To write the target into the version table without running anything. */
  STAMP("Cannot stamp", "Cannot stamp", "stamp "),
  /** To write a revision that revises the target. */
  REVISE("Cannot write a revision", "Cannot write a revision on", "revision --head "),
  /** To write a revision that depends on the target. */
  DEPEND_ON("Cannot write a revision", "Cannot depend on", "revision --depends-on "),
  /** To write a revision that merges the targets. */
  MERGE("Cannot merge", "Cannot merge", "merge "),
  /** To show the target; nothing changes. */
  LOOK_UP("Cannot look up", "Cannot look up", "");

  private final String refusal;
  private final String opening;
  private final String command;

  Intent(String refusal, String opening, String command) {
    this.refusal = refusal;
    this.opening = opening;
    this.command = command;
  }

  /** The beginning of a sentence that refuses the whole command. */
  String refusal() {
    return refusal;
  }

  /** Whether it changes where the database stands. */
  boolean movesDatabase() {
    return this == UPGRADE || this == DOWNGRADE || this == STAMP;
  }

  /** The target as one would type it to do this, in quotes. */
  public String command(String target) {
    return "\"" + command + target + "\"";
  }

  /** The refusal of this target, for a reason in whole sentences. */
  public TargetException refuse(String target, String reason) {
    return refuse(target, reason, List.of());
  }

  /** The refusal of this target, which could mean any of the candidates. */
  public TargetException refuse(String target, String reason, Collection<RevisionId> candidates) {
    return new TargetException(
        target, "%s \"%s\": %s".formatted(opening, target, reason), candidates);
  }
}
