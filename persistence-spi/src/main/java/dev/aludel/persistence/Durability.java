package dev.aludel.persistence;

/** What a commit waits for. After a crash the database is whole with either. */
public enum Durability {
  /**
   * A crash of the process loses nothing; a loss of power may lose the last commits on SQLite. On
   * PostgreSQL the server's own setting holds.
   */
  NORMAL,
  /** A loss of power loses nothing that was reported as stored. */
  FULL
}
