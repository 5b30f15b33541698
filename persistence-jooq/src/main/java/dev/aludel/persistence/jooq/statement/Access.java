package dev.aludel.persistence.jooq.statement;

/** What a transaction does with the database. */
public enum Access {
  /** Is one query, which sees one snapshot by itself: there is nothing to begin or to commit. */
  QUERY,
  /** Is one query, of which no more rows are fetched than are read. */
  FETCH,
  /** Sees one snapshot and writes nothing. */
  READ,
  /**
   * Writes, and builds on nothing that it has read: each of its statements sees what was committed
   * before it, so that none fails because another transaction was first.
   */
  CHANGE,
  /** Reads and writes what one snapshot shows; fails when another transaction was first. */
  WRITE;

  /** Whether rows may be changed. */
  public boolean writes() {
    return this == CHANGE || this == WRITE;
  }
}
