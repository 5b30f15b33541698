package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.CopyDataException;
import dev.aludel.migrations.sql.CopyInput;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** {@code copy ... from stdin}, which PostgreSQL's driver takes through a door of its own. */
final class PostgresCopy {
  // The server's words for the place, in every language of it that keeps the order of the two.
  private static final Pattern LINE = Pattern.compile("^COPY .*?, \\D*?(\\d+)", Pattern.DOTALL);

  private PostgresCopy() {}

  static void run(Connection connection, CopyInput copy) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copy.command(), new StringReader(copy.data()));
    } catch (PSQLException e) {
      Optional<Integer> line = line(e.getServerErrorMessage());
      throw line.isPresent() ? new CopyDataException(e, copy.offsetOfLine(line.get())) : e;
    } catch (IOException e) {
      throw new SQLException("the data of the statement cannot be sent", e);
    }
  }

  private static Optional<Integer> line(@Nullable ServerErrorMessage message) {
    if (message == null || message.getWhere() == null) {
      return Optional.empty();
    }
    Matcher matcher = LINE.matcher(message.getWhere());
    return matcher.find() && matcher.group(1).length() < 10
        ? Optional.of(Integer.valueOf(matcher.group(1)))
        : Optional.empty();
  }
}
