package dev.aludel.persistence;

/** What opening a storage does about the database's schema. */
public enum SchemaPolicy {
  /** Applies the revisions that are missing; creates a SQLite file that is missing. */
  UPGRADE,
  /** Changes nothing and refuses a schema that is not the current one. */
  REQUIRE_CURRENT,
  /** Neither looks nor changes; statements fail when the schema is another one. */
  IGNORE
}
