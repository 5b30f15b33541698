package dev.aludel.migrations.run;

/** Whether a version table had to be made. */
public enum VersionTableState {
  CREATED,
  /** It was there before, and is as it should be. */
  PRESENT
}
