package dev.aludel.persistence.jooq.statement;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a database's driver gives text at the least cost; the text is the same either way. */
public enum TextReader {
  /** As text. */
  TEXT {
    @Override
    @Nullable String text(ResultSet results, int position) throws SQLException {
      return results.getString(position);
    }
  },
  /**
   * As the bytes of UTF-8: sqlite-jdbc makes a direct buffer for each text, which takes longer than
   * the text. Only for databases that keep text as UTF-8.
   */
  UTF_8 {
    @Override
    @Nullable String text(ResultSet results, int position) throws SQLException {
      byte[] bytes = results.getBytes(position);
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
  };

  abstract @Nullable String text(ResultSet results, int position) throws SQLException;
}
