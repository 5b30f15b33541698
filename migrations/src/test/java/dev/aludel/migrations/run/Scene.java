package dev.aludel.migrations.run;

import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision {@code b2} that fails for a reason of this world.
 *
 * @param name for people
 * @param upgrade the revision's statements
 * @param data what is in the database that should not be
 * @param cause what is in the way of the run besides
 */
record Scene(String name, String upgrade, Data data, Cause cause) {

  /**
   * @param harm statements that bring it into the database
   * @param mending statements that take it away
   */
  record Data(List<String> harm, List<String> mending) {
    static final Data HARMLESS = new Data(List.of(), List.of());
  }

  /** Puts something in the way. */
  @FunctionalInterface
  interface Cause {
    Cause NONE = stage -> new Obstacle(Fault.none(), () -> {});

    Obstacle arise(Stage stage) throws SQLException;
  }

  /**
   * What is in the way of a run.
   *
   * @param fault in the run itself
   * @param release takes away what is beside it
   */
  record Obstacle(Fault fault, AutoCloseable release) {}

  Scene(String name, String upgrade, Cause cause) {
    this(name, upgrade, Data.HARMLESS, cause);
  }

  private Scene(String name, String upgrade, Data data) {
    this(name, upgrade, data, Cause.NONE);
  }

  private static final String INSERTS =
      "insert into t (id) values (10);\n"
          + "insert into t (id) values (11);\n"
          + "insert into t (id) values (12);";
  private static final String INDEX_AND_INSERT =
      """
      --@ autocommit
      --@ verbatim postgresql
      create unique index concurrently i on t (v);
      --@ autocommit
      --@ verbatim sqlite
      create unique index i on t (v);
      --@ autocommit
      insert into t (id) values (7);\
      """;

  static List<Scene> all(Kind kind) {
    List<Scene> scenes = new ArrayList<>(ofBoth(kind));
    scenes.addAll(kind == Kind.SQLITE ? SqliteScenes.all() : PostgresScenes.all());
    return scenes;
  }

  private static List<Scene> ofBoth(Kind kind) {
    return List.of(
        constraint("first", 10),
        constraint("middle", 11),
        constraint("last", 12),
        badSql("first", "update absent set x = 1;\n" + INSERTS),
        badSql("last", INSERTS + "\nupdate absent set x = 1;"),
        new Scene(
            "a constraint that is checked at the commit",
            "insert into c (t_id) values (9);",
            data(
                "create table c (t_id integer references t (id) deferrable initially deferred)",
                "insert into t (id) values (9)")),
        new Scene(
            "a value that does not fit its column any more",
            "alter table t alter column v set data type varchar(3);",
            data("insert into t (id, v) values (2, 'four')", "delete from t where id = 2")),
        new Scene("the journal takes no rows", INSERTS, refusing(kind, "aludel_journal", "insert")),
        new Scene(
            "the version table takes no change",
            INSERTS,
            refusing(kind, "alembic_version", "update")),
        new Scene(
            "an index outside a transaction that its rows forbid",
            INDEX_AND_INSERT,
            data("insert into t (id, v) values (2, 'one')", "delete from t where id = 2")),
        new Scene(
            "a row outside a transaction that is there already",
            INDEX_AND_INSERT,
            data("insert into t (id) values (7)", "delete from t where id = 7")));
  }

  private static Scene constraint(String position, int id) {
    return new Scene(
        "a constraint, at the %s statement".formatted(position),
        INSERTS,
        data("insert into t (id) values (%d)".formatted(id), "delete from t where id = " + id));
  }

  private static Scene badSql(String position, String upgrade) {
    return new Scene(
        "SQL that the database does not take, at the %s statement".formatted(position),
        upgrade,
        data("create table absentee (x integer)", "alter table absentee rename to absent"));
  }

  private static Data data(String harm, String mending) {
    return new Data(List.of(harm), List.of(mending));
  }

  private static Data refusing(Kind kind, String table, String event) {
    return kind == Kind.SQLITE
        ? data(
            "create trigger refusal before %s on %s begin select raise(abort, 'no more of this'); end"
                .formatted(event, table),
            "drop trigger refusal")
        : new Data(
            List.of(
                "create function refuse() returns trigger language plpgsql as $$ begin raise"
                    + " exception 'no more of this'; end $$",
                "create trigger refusal before %s on %s execute function refuse()"
                    .formatted(event, table)),
            List.of("drop trigger refusal on " + table, "drop function refuse"));
  }

  /** Another session has done something in its transaction, which it ends for the run to go on. */
  static Cause otherSession(String... statements) {
    return stage -> new Obstacle(Fault.none(), occupy(stage.database(), statements));
  }

  /** Another session does something in its transaction when the run is about to do something. */
  static Cause otherSessionBefore(String prefix, String... statements) {
    return stage -> {
      List<Connection> others = new ArrayList<>();
      Fault fault =
          Fault.at(
              prefix,
              Moment.BEFORE,
              connection -> others.add(occupy(stage.database(), statements)));
      return new Obstacle(fault, () -> others.get(0).close());
    };
  }

  private static Connection occupy(TestDatabase database, String... statements)
      throws SQLException {
    Connection connection = database.connect();
    TestDatabase.execute(connection, "begin");
    TestDatabase.execute(connection, statements);
    return connection;
  }

  /** The connection of the run changes its mind before a statement. */
  static Cause settingBefore(String prefix, String setting) {
    return stage ->
        new Obstacle(
            Fault.at(
                prefix, Moment.BEFORE, connection -> TestDatabase.execute(connection, setting)),
            () -> {});
  }
}
