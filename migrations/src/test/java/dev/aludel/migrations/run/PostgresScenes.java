package dev.aludel.migrations.run;

import static dev.aludel.migrations.run.Scene.otherSession;
import static dev.aludel.migrations.run.Scene.otherSessionBefore;
import static dev.aludel.migrations.run.Scene.settingBefore;

import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.Scene.Obstacle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What happens to PostgreSQL alone. */
final class PostgresScenes {
  private static final String INSERT = "insert into t (id) values (2);";
  private static final String OUTSIDE = "--@ autocommit\n" + INSERT;

  private PostgresScenes() {}

  static List<Scene> all() {
    return List.of(
        new Scene(
            "another session has the version table",
            INSERT,
            otherSessionBefore("begin", "lock table alembic_version")),
        new Scene("another session has the table", INSERT, otherSession("lock table t")),
        new Scene(
            "another session has the version row",
            INSERT,
            otherSession("update alembic_version set version_num = version_num")),
        new Scene(
            "another session has the journal",
            INSERT,
            otherSession("lock table aludel_journal in share mode")),
        new Scene(
            "another session has the version row of a revision outside a transaction",
            OUTSIDE,
            otherSession("update alembic_version set version_num = version_num")),
        new Scene(
            "a user without the right",
            INSERT,
            settingBefore(
                "insert into t",
                "grant usage on schema public to pg_monitor; set role pg_monitor")),
        new Scene(
            "a server that takes no writes",
            INSERT,
            settingBefore("insert into t", "set transaction read only")),
        new Scene(
            "a time limit",
            "--@ verbatim postgresql\nselect pg_sleep(1);",
            settingBefore("select pg_sleep", "set statement_timeout = 20")),
        new Scene(
            "a commit without an answer, and no other connection",
            INSERT,
            PostgresScenes::isolate));
  }

  /** Its connection is lost after the commit, and others are refused. */
  private static Obstacle isolate(Stage stage) throws SQLException {
    TestDatabase database = stage.database();
    Connection other = database.connect();
    Fault fault =
        Fault.at(
            "commit",
            Moment.AFTER,
            connection -> {
              Mishap.terminate(database, connection);
              allow(other, false);
              throw Mishap.lost(connection);
            });
    return new Obstacle(
        fault,
        () -> {
          allow(other, true);
          other.close();
        });
  }

  private static void allow(Connection connection, boolean allowed) throws SQLException {
    TestDatabase.execute(
        connection,
        "update pg_database set datallowconn = %s where datname = current_database()"
            .formatted(allowed));
  }
}
