package dev.aludel.migrations.run;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What lets one run at a time change a database. The operating system or the server holds it, so
 * that a process which is killed leaves no lock behind.
 */
interface MigrationLock extends AutoCloseable {

  /** Nobody else can reach the database: there is nothing to lock. */
  MigrationLock NONE =
      new MigrationLock() {
        @Override
        public boolean tryAcquire() {
          return true;
        }

        @Override
        public Optional<String> holder() {
          return Optional.empty();
        }

        @Override
        public void confirm() {}

        @Override
        public void close() {}
      };

  /** Takes the lock if it is free; does not wait. */
  boolean tryAcquire() throws SQLException;

  /** Who holds it, for people; empty if that is not known. */
  Optional<String> holder() throws SQLException;

  /**
   * Makes sure, between steps, that it is still held.
   *
   * @throws SQLException if it went with the connection that held it
   */
  void confirm() throws SQLException;

  /** Gives the lock back if it was taken. */
  @Override
  void close() throws SQLException;
}
