package dev.aludel.persistence.testkit.inmemory;

/** What a block does with the database. */
enum Access {
  READ,
  WRITE
}
