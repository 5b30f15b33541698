package dev.aludel.migrations.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** What the session of a connection held, beside the database itself, at one moment. */
public interface RememberedSession {

  /** What of a session is put back. */
  enum Extent {
    /** Settings and rights alone: what decides how the next statement is understood. */
    SETTINGS,
    /** All that a transaction can put back, inside of one that is open and goes on. */
    IN_TRANSACTION,
    /** All of it, outside a transaction. */
    ALL
  }

  /**
   * Has the session as it was at that moment. What has not changed since is not touched.
   *
   * @throws SessionChangedException if something cannot be put back
   */
  void putBack(Connection connection, Extent extent) throws SQLException;
}
