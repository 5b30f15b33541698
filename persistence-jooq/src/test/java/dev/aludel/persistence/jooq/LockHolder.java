package dev.aludel.persistence.jooq;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that takes the write lock of a SQLite file, says so, and keeps it for a while. */
final class LockHolder {

  static final String HELD = "held";

  private LockHolder() {}

  /**
   * Holds the lock.
   *
   * @param arguments the database's URL, and how many milliseconds
   */
  public static void main(String[] arguments) throws SQLException, InterruptedException {
    try (Connection connection = TestDatabases.connect(arguments[0]);
        Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      System.out.println(HELD);
      Thread.sleep(Long.parseLong(arguments[1]));
      statement.execute("commit");
    }
  }
}
