package dev.aludel.migrations.run;

import dev.aludel.migrations.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that happens to a run: before or after one of the statements that it runs when it has
 * its lock.
 */
final class Fault implements WatchedDataSource.Watcher, MigrationListener {
  private final int number;
  private final String prefix;
  private final Moment moment;
  private final Deed deed;
  private final List<String> statements = new ArrayList<>();
  private boolean begun;
  private boolean repeats;
  private boolean happened;

  /** When it happens. */
  enum Moment {
    BEFORE,
    AFTER
  }

  /** What happens. */
  @FunctionalInterface
  interface Deed {
    /** It happens to {@code connection}, which runs the statement. */
    void happen(Connection connection) throws SQLException;
  }

  private Fault(int number, String prefix, Moment moment, Deed deed) {
    this.number = number;
    this.prefix = prefix;
    this.moment = moment;
    this.deed = deed;
  }

  /** Nothing happens, and the statements are counted. */
  static Fault none() {
    return at(0, Moment.BEFORE, connection -> {});
  }

  /**
   * @param number of the statement, from 1
   */
  static Fault at(int number, Moment moment, Deed deed) {
    return new Fault(number, "", moment, deed);
  }

  /** At the first statement that begins so. */
  static Fault at(String prefix, Moment moment, Deed deed) {
    return new Fault(0, prefix, moment, deed);
  }

  /** The statements that ran. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  /** It happens from now on, and not from the plan of a run on. */
  Fault atOnce() {
    begun = true;
    return this;
  }

  /** It happens each time, where a statement is tried several times. */
  Fault eachTime() {
    repeats = true;
    return this;
  }

  boolean happened() {
    return happened;
  }

  @Override
  public void planned(Plan plan) {
    begun = true;
  }

  @Override
  public void before(Connection connection, String sql) throws SQLException {
    if (begun) {
      statements.add(sql.strip().replaceAll("\\s+", " "));
      happen(Moment.BEFORE, connection);
    }
  }

  @Override
  public void after(Connection connection, String sql) throws SQLException {
    if (begun) {
      happen(Moment.AFTER, connection);
    }
  }

  private void happen(Moment now, Connection connection) throws SQLException {
    boolean here =
        prefix.isEmpty()
            ? statements.size() == number
            : statements.get(statements.size() - 1).startsWith(prefix);
    if (here && moment == now && (repeats || !happened)) {
      happened = true;
      deed.happen(connection);
    }
  }
}
