package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.SQLException;

/** A JVM that brings a database up to date and ends. */
public final class FirstCall {
  private FirstCall() {}

  /**
   * Upgrades.
   *
   * @param arguments the tool, the database's kind, its name, how many revisions there are
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Tool.valueOf(arguments[0])
        .upgrade(
            RevisionSet.of(Integer.parseInt(arguments[3])),
            Database.valueOf(arguments[1]),
            arguments[2]);
  }
}
