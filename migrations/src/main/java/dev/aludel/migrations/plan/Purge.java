package dev.aludel.migrations.plan;

/** What a stamp does with the rows that its targets do not concern. */
public enum Purge {
  /** They stay. */
  NONE,
  /** They go, those that no script knows among them. */
  ALL_ROWS
}
