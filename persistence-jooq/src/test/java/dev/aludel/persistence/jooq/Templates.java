package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.generated.DefaultSchema;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Migrated databases without rows, made when they are asked for: one of each kind to be copied and
 * never changed, and those of PostgreSQL that are lent to one test after the other.
 */
final class Templates {

  private static final Deque<FreshDatabase> IDLE = new ArrayDeque<>();
  private static TestDatabases.@Nullable SqliteFile sqlite;
  private static @Nullable FreshDatabase postgres;

  private Templates() {}

  static synchronized TestDatabases.SqliteFile sqlite() {
    if (sqlite == null) {
      TestDatabases.SqliteFile created = TestDatabases.emptySqliteFile();
      TestDatabases.migrate(created.url());
      sqlite = created;
    }
    return sqlite;
  }

  /** Makes an empty database a copy of the template, in the driver's own words. */
  static void copyInto(Connection empty) {
    try (Statement statement = empty.createStatement()) {
      statement.executeUpdate("restore from '%s'".formatted(sqlite().file()));
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  static synchronized FreshDatabase postgres() {
    if (postgres == null) {
      FreshDatabase created = TestPostgres.freshDatabase();
      TestDatabases.migrate(created.url());
      postgres = created;
    }
    return postgres;
  }

  /** For tests that write rows and nothing else. */
  static synchronized FreshDatabase lendPostgres() {
    FreshDatabase idle = IDLE.poll();
    return idle == null ? postgres().copy() : idle;
  }

  static synchronized void giveBack(FreshDatabase used) {
    String deletes =
        DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .map(Table::getName)
            .map(" delete from %s;"::formatted)
            .collect(Collectors.joining());
    try (Connection connection = used.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      // Foreign keys are not looked at by a replica, whose rows come in any order.
      statement.execute("set session_replication_role = replica;" + deletes);
      IDLE.push(used);
    } catch (SQLException error) {
      used.close();
      throw new IllegalStateException(error);
    }
  }

  /** Removes them at the end of all tests. */
  static synchronized void drop() {
    if (sqlite != null) {
      sqlite.close();
      sqlite = null;
    }
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
    IDLE.forEach(FreshDatabase::close);
    IDLE.clear();
  }
}
