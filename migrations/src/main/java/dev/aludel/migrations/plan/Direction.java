package dev.aludel.migrations.plan;

/** Which way a step takes a database. */
public enum Direction {
  /** The revision is applied. */
  UPGRADE,
  /** The revision is reverted. */
  DOWNGRADE
}
