package dev.aludel.migrations.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The copying of a table's rows in pieces: it may take long, and somebody wants to know how far it
 * is.
 */
public interface RowCopy {

  /** The table whose rows are copied. */
  String table();

  /**
   * Copies them within the transaction that is open; afterwards the database is as the one
   * statement would have left it.
   *
   * @param pieceSize how many rows to copy at a time
   */
  void run(Connection connection, int pieceSize, Progress progress) throws SQLException;

  /** Hears how far the copying is. */
  @FunctionalInterface
  interface Progress {

    /**
     * A piece is copied. Not heard where all rows fit into one.
     *
     * @param rows how many rows are copied so far
     * @param total how many there are
     */
    void copied(long rows, long total);
  }
}
