package dev.aludel.migrations.run;

import static dev.aludel.migrations.run.Scene.otherSession;
import static dev.aludel.migrations.run.Scene.otherSessionBefore;
import static dev.aludel.migrations.run.Scene.settingBefore;

import java.util.List;

/** What happens to SQLite alone. */
final class SqliteScenes {
  private static final String INSERT = "insert into t (id) values (7);";
  private static final String OUTSIDE = "--@ autocommit\n" + INSERT;

  private SqliteScenes() {}

  static List<Scene> all() {
    return List.of(
        new Scene(
            "another connection writes when the transaction begins",
            INSERT,
            otherSession("insert into t (id) values (3)")),
        new Scene(
            "another connection reads when the transaction is committed",
            INSERT,
            otherSession("select id from t")),
        new Scene(
            "another connection writes when a statement outside a transaction is noted",
            OUTSIDE,
            otherSessionBefore(
                "update \"main\".\"aludel_journal\" set running_statement = ?",
                "insert into t (id) values (3)")),
        new Scene(
            "another connection writes when a statement outside a transaction runs",
            OUTSIDE,
            otherSessionBefore("insert into t", "insert into t (id) values (3)")),
        new Scene(
            "another connection writes when a statement outside a transaction has run",
            OUTSIDE,
            otherSessionBefore(
                "update \"main\".\"aludel_journal\" set running_statement = 0",
                "insert into t (id) values (3)")),
        new Scene(
            "a connection that may not write",
            INSERT,
            settingBefore("insert into t", "pragma query_only = on")),
        new Scene(
            "the pages of the database are used up",
            "alter table t alter column v set data type varchar(300);",
            settingBefore("CREATE TABLE \"aludel_new_t\"", "pragma max_page_count = 1")));
  }
}
