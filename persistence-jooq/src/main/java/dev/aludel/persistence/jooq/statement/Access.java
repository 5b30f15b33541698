package dev.aludel.persistence.jooq.statement;

/** What a transaction does with the database. */
public enum Access {
  /** Is one query, which sees one snapshot by itself: there is nothing to begin or to commit. */
  QUERY,
  /** Sees one snapshot and writes nothing. */
  READ,
  /** Reads and writes. */
  WRITE
}
