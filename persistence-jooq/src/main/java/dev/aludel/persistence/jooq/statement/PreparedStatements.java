package dev.aludel.persistence.jooq.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Where the statements of a connection come from, and go to when they have run. */
public interface PreparedStatements {

  /** A statement that is ready for its values and belongs to the caller until it is given back. */
  PreparedStatement take(String sql) throws SQLException;

  /** How the texts in their results are read. */
  TextReader texts();

  /** Ends the use of a statement that ran well. */
  void giveBack(PreparedStatement statement) throws SQLException;

  /** Ends the use of a statement that failed. */
  void discard(PreparedStatement statement) throws SQLException;
}
