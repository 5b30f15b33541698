package dev.aludel.migrations.revision;

import java.util.Locale;

/** Which way a step takes a database. */
public enum Direction {
  /** The revision is applied. */
  UPGRADE,
  /** The revision is reverted. */
  DOWNGRADE;

  /** The word for it in scripts and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
