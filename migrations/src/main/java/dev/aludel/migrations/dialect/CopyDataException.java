package dev.aludel.migrations.dialect;

import java.sql.SQLException;

/** A line of the data of a statement is wrong. It says what the database said. */
public final class CopyDataException extends SQLException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * @param offset where the line begins in the text of the statement
   */
  public CopyDataException(SQLException cause, int offset) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.offset = offset;
  }

  /** Where the line begins in the text of the statement. */
  public int offset() {
    return offset;
  }
}
