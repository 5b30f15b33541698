package dev.aludel.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Finds out which rows a table takes, by inserting them; afterwards it is as it was. */
final class RowProbe {
  private static final int FEWEST = 6;

  private final Connection connection;
  private final SchemaDump dump;
  private final String table;

  RowProbe(Connection connection, String table) {
    this.connection = connection;
    this.dump = new SchemaDump(connection);
    this.table = table;
  }

  /** Insertions with a value for each column of the table. */
  static List<String> some(RandomGenerator random, SchemaDump dump, String table)
      throws SQLException {
    List<String> stored =
        dump.columns(table).stream()
            .filter(column -> column.get(5).equals("0"))
            .map(column -> column.get(0))
            .toList();
    List<String> probes = new ArrayList<>();
    int count = FEWEST + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      String insert = RandomRow.insert(random, table, "", stored);
      probes.add(i % 2 == 0 ? insert : insert.replaceFirst(" or ignore", ""));
    }
    return probes;
  }

  /**
   * What comes of each, with foreign keys for an even number of them: the rows afterwards, or how
   * it was refused.
   */
  List<String> outcomes(List<String> probes) throws SQLException {
    List<String> outcomes = new ArrayList<>();
    execute("pragma foreign_keys = " + (probes.size() % 2 == 0 ? "on" : "off"));
    for (String probe : probes) {
      execute("begin");
      outcomes.add(outcome(probe));
      rollback();
    }
    return outcomes;
  }

  private String outcome(String probe) throws SQLException {
    try {
      execute(probe);
      return dump.tableRows(table).toString() + dump.otherRows(table);
    } catch (SQLException e) {
      return "refused: error " + e.getErrorCode();
    }
  }

  // What is refused with "on conflict rollback" has ended the transaction.
  private void rollback() throws SQLException {
    try {
      execute("rollback");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
