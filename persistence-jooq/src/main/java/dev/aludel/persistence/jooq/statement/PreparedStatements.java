package dev.aludel.persistence.jooq.statement;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Where the statements of a connection come from, and go to when they have run. */
public interface PreparedStatements {

  /** A statement that is ready for its values and belongs to the caller until it is given back. */
  PreparedStatement take(String sql) throws SQLException;

  /** The cells of the row that a result of this statement is at. */
  Cells cells(PreparedStatement statement, ResultSet results) throws SQLException;

  /** Ends the use of a statement that ran well. */
  void giveBack(PreparedStatement statement) throws SQLException;

  /** Ends the use of a statement that failed. */
  void discard(PreparedStatement statement) throws SQLException;
}
