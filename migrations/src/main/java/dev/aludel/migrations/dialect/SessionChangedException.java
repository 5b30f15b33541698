package dev.aludel.migrations.dialect;

import java.sql.SQLException;
import java.util.List;

/** A script changed something of the session that cannot be put back as it was. */
public final class SessionChangedException extends SQLException {
  private static final long serialVersionUID = 1L;

  /**
   * @param changed what is not as it was
   */
  public SessionChangedException(List<String> changed) {
    super(
        "the script changed what cannot be put back as it was before: "
            + String.join(", ", changed));
  }
}
