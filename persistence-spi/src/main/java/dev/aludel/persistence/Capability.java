package dev.aludel.persistence;

/** What some storages can do and others cannot. */
public enum Capability {
  /** Read blocks run and complete while a write block of another thread is open. */
  READERS_BESIDE_WRITER,
  /** What was stored is still there after the process has ended. */
  DURABLE
}
