package dev.aludel.migrations.author;

/** Whether a new revision may follow one that another follows already. */
public enum Splice {
  /** It may not: it goes on from heads. */
  REFUSED,
  /** It may, and starts a branch there. */
  ALLOWED
}
