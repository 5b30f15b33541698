package dev.aludel.persistence.jooq;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** SQLite's own words: SEARCH uses an index to find rows, SCAN walks over all of them. */
final class SqlitePlans implements Plans {

  // What a recursive query found so far is no table.
  private static final Pattern RECURSION = Pattern.compile("with recursive (\\w+)\\(");

  private final Connection connection;

  SqlitePlans(Connection connection) {
    this.connection = connection;
  }

  @Override
  public String explainable(Query statement) {
    return DSL.using(SQLDialect.SQLITE).render(statement);
  }

  @Override
  public List<String> scans(String sql) throws SQLException {
    boolean endsEarly = endsEarly(sql.toLowerCase(Locale.ROOT));
    Matcher recursion = RECURSION.matcher(sql);
    String passed = recursion.find() ? "SCAN " + recursion.group(1) : "SCAN CONSTANT ROW";
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet steps = statement.executeQuery("explain query plan " + sql)) {
      while (steps.next()) {
        String step = steps.getString("detail");
        if ((isScan(step, endsEarly) && !step.equals(passed))
            || step.equals("USE TEMP B-TREE FOR ORDER BY")) {
          found.add(step);
        }
      }
    }
    return found;
  }

  private static boolean isScan(String step, boolean endsEarly) {
    boolean walksInOrder = step.contains(" USING ") && endsEarly;
    boolean isOfTable = step.startsWith("SCAN ") && !step.equals("SCAN CONSTANT ROW");
    return isOfTable && !walksInOrder;
  }

  // A plan does not tell what is thrown away: with a condition it may be everything.
  private static boolean endsEarly(String sql) {
    return sql.contains(" limit ") && !sql.contains(" where ");
  }
}
