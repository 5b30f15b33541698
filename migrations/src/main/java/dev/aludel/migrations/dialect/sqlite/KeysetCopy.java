package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.RowCopy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Copies rows in the order in which their table keeps them, some at a time. The keys at which
 * pieces end stay in the database: on the way through Java a text could be damaged.
 */
final class KeysetCopy implements RowCopy {
  private static final String MARKS = "temp.aludel_marks";
  private static final String BEHIND_THE_MARK =
      " where (%s) > (select * from " + MARKS + " order by rowid desc limit 1)";

  private final String table;
  private final String insert;
  private final List<String> key;

  private KeysetCopy(String table, String insert, List<String> key) {
    this.table = table;
    this.insert = insert;
    this.key = List.copyOf(key);
  }

  /**
   * Does what {@code insert} does.
   *
   * @param insert ends with the name of {@code table}
   * @return empty where the order of the rows has no simple name
   */
  static Optional<RowCopy> of(ScratchSchema schema, String table, String insert) {
    List<String> key = schema.keyOfOrder(table);
    return key.isEmpty() ? Optional.empty() : Optional.of(new KeysetCopy(table, insert, key));
  }

  @Override
  public String table() {
    return table;
  }

  @Override
  public void run(Connection connection, int pieceSize, Progress progress) throws SQLException {
    List<String> marked = key.stream().map(column -> "k" + key.indexOf(column)).toList();
    execute(connection, "create temp table aludel_marks (%s)".formatted(String.join(", ", marked)));
    long copied;
    boolean more;
    try (PreparedStatement piece = connection.prepareStatement(piece(""));
        PreparedStatement mark = connection.prepareStatement(mark(""))) {
      copied = update(piece, pieceSize);
      more = update(mark, pieceSize - 1) > 0;
    }
    if (more) {
      runOn(connection, pieceSize, copied, progress);
    }
    execute(connection, "drop table " + MARKS);
  }

  private void runOn(Connection connection, int pieceSize, long first, Progress progress)
      throws SQLException {
    String behind = BEHIND_THE_MARK.formatted(columns());
    long total = count(connection);
    long copied = first;
    progress.copied(copied, total);
    try (PreparedStatement piece = connection.prepareStatement(piece(behind));
        PreparedStatement mark = connection.prepareStatement(mark(behind))) {
      boolean more = true;
      while (more) {
        int rows = update(piece, pieceSize);
        more = update(mark, pieceSize - 1) > 0;
        copied += rows;
        if (rows > 0) {
          progress.copied(copied, total);
        }
      }
    }
  }

  private String columns() {
    return String.join(", ", key);
  }

  private String piece(String where) {
    return "%s%s order by %s limit ?".formatted(insert, where, columns());
  }

  private String mark(String where) {
    return "insert into %s select %s from main.%s%s order by %2$s limit 1 offset ?"
        .formatted(MARKS, columns(), SqlText.name(table), where);
  }

  private static int update(PreparedStatement statement, int limit) throws SQLException {
    statement.setInt(1, limit);
    return statement.executeUpdate();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from main." + SqlText.name(table))) {
      row.next();
      return row.getLong(1);
    }
  }
}
