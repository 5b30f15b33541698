package dev.aludel.persistence.jooq.statement;

/** What a transaction does with the database. */
public enum Access {
  /** Sees one snapshot and writes nothing. */
  READ,
  /** Reads and writes. */
  WRITE
}
