package dev.aludel.persistence.jooq;

import dev.aludel.test.FreshDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's plans on our connections, where it may not read a table from end to end: when it
 * still does, nothing else helps, and when it walks over a whole index instead, that is no better.
 */
final class PostgresPlans implements Plans {

  private static final Pattern PLACE = Pattern.compile("\\?");
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          Long.class, "bigint",
          Integer.class, "integer",
          Double.class, "double precision",
          Boolean.class, "boolean",
          String.class, "varchar",
          byte[].class, "bytea");
  private static final Pattern READS =
      Pattern.compile("(Parallel )?(Seq|Index|Index Only|Bitmap Index) Scan .*");

  private final Connection connection;

  PostgresPlans(Connection connection) {
    this.connection = connection;
  }

  /** A connection that leaves the places of values to the server, which can plan without values. */
  static Connection connect(FreshDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl() + "&preferQueryMode=simple");
  }

  @Override
  public List<String> scans(String sql) throws SQLException {
    List<String> plan = plan(sql);
    List<String> found = new ArrayList<>();
    for (int line = 0; line < plan.size(); line++) {
      String step = step(plan.get(line));
      if (step.equals("Sort") || (READS.matcher(step).matches() && isScan(plan, line))) {
        found.add(step);
      }
    }
    return found;
  }

  private static String step(String line) {
    return line.strip().replace("->  ", "");
  }

  private static boolean isScan(List<String> plan, int line) {
    String said = said(plan, line);
    boolean walksInOrder =
        !plan.get(line).contains("Seq Scan") && !said.contains("Filter:") && endsEarly(plan, line);
    return !said.contains("Index Cond:") && !walksInOrder;
  }

  // What is said of a step follows it, up to the next step.
  private static String said(List<String> plan, int line) {
    return plan.stream()
        .skip(line + 1L)
        .takeWhile(next -> !next.contains("->"))
        .collect(Collectors.joining());
  }

  // Rows with equal beginnings of the key are sorted among themselves, and no more than needed. The
  // result of a limit's own query stands before what is limited.
  private static boolean endsEarly(List<String> plan, int line) {
    List<String> above =
        plan.subList(0, line).stream()
            .filter(other -> other.contains("->") || other.equals(plan.get(0)))
            .map(PostgresPlans::step)
            .filter(step -> !step.equals("Incremental Sort") && !step.equals("Result"))
            .toList();
    return !above.isEmpty() && above.get(above.size() - 1).equals("Limit");
  }

  private List<String> plan(String sql) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(PostgresConnections.PLANNING + "; set enable_seqscan = off");
      try (ResultSet steps = statement.executeQuery("explain (generic_plan, costs off) " + sql)) {
        while (steps.next()) {
          plan.add(steps.getString(1));
        }
      }
    }
    return plan;
  }

  /** Numbers the places, and says of which type each is, as the driver does. */
  @Override
  public String explainable(Query statement) {
    DSLContext dsl = DSL.using(SQLDialect.POSTGRES);
    Iterator<Param<?>> parameters =
        dsl.extractParams(statement).values().stream()
            .filter(parameter -> !parameter.isInline())
            .iterator();
    int[] number = {0};
    return PLACE
        .matcher(dsl.render(statement))
        .replaceAll(place -> place(++number[0], TYPES.get(parameters.next().getType())));
  }

  private static String place(int number, @Nullable String type) {
    return type == null ? "\\$" + number : "cast(\\$%d as %s)".formatted(number, type);
  }
}
