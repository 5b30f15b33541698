package dev.aludel.migrations.revision;

/** Whether a way through the graph follows {@code depends-on} as well as {@code revises}. */
public enum Dependencies {
  /** Both: what must be applied, or reverted, together. */
  FOLLOWED,
  /** {@code revises} alone: what belongs to a branch. */
  IGNORED
}
