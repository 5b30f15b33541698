package dev.aludel.persistence.jooq.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The cells as JDBC gives them. */
public record JdbcCells(ResultSet results) implements Cells {

  @Override
  public @Nullable String text(int position) throws SQLException {
    return results.getString(position);
  }

  @Override
  public @Nullable Object value(int position) throws SQLException {
    return results.getObject(position);
  }
}
