package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.operation.TableChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What else speaks of a table: foreign keys, views, triggers. */
final class Dependents {
  private final ScratchSchema schema;
  private final String table;

  Dependents(ScratchSchema schema, String table) {
    this.schema = schema;
    this.table = table;
  }

  /** Refuses to drop a column that another table refers to, as PostgreSQL does. */
  void refuseLoss(TableChange change, SqliteTableWriter writer) throws SQLException {
    if (change instanceof TableChange.DropColumn drop) {
      List<String> referrers =
          schema.column(
              "select distinct s.name from sqlite_schema s, pragma_foreign_key_list(s.name) f"
                  + " where s.type = 'table' and f.\"table\" = ?1 collate nocase"
                  + " and s.name <> ?1 collate nocase and coalesce(f.\"to\","
                  + " (select name from pragma_table_xinfo(?1) where pk = f.seq + 1)) = ?2"
                  + " collate nocase",
              table,
              drop.column().value());
      if (!referrers.isEmpty()) {
        throw writer.refusal(
            "the column %s of %s cannot be dropped: foreign keys of %s refer to it. Drop them first."
                .formatted(drop.column(), table, String.join(", ", referrers)));
      }
    }
  }

  /** The views, triggers and foreign keys that work as the schema is now. */
  List<String> working() throws SQLException {
    List<String> working = new ArrayList<>();
    for (Probe probe : probes()) {
      if (schema.compiles(probe.sql())) {
        working.add(probe.name());
      }
    }
    return working;
  }

  /** Refuses what would leave one of {@code working} broken. */
  void refuseBroken(List<String> working, SqliteTableWriter writer) throws SQLException {
    List<String> broken = new ArrayList<>(working);
    broken.removeAll(working());
    if (!broken.isEmpty()) {
      throw writer.refusal(
          "the table %s cannot be changed so: %s would not work any more. Drop or change what depends on it first."
              .formatted(table, String.join(", ", broken.stream().distinct().toList())));
    }
  }

  /** A statement that compiles as long as something works. */
  private record Probe(String name, String sql) {}

  private List<Probe> probes() throws SQLException {
    List<Probe> probes = new ArrayList<>();
    for (String view : schema.column("select name from sqlite_schema where type = 'view'")) {
      probes.add(new Probe("the view " + view, "select * from " + SqlText.name(view)));
    }
    for (List<String> trigger :
        schema.rows("select name, tbl_name from sqlite_schema where type = 'trigger'")) {
      String on = SqlText.name(trigger.get(1));
      String name = "the trigger " + trigger.get(0);
      probes.add(new Probe(name, "insert into " + on + " default values"));
      probes.add(new Probe(name, "delete from " + on));
      for (String column : schema.storedColumns(trigger.get(1))) {
        String target = SqlText.name(column);
        probes.add(new Probe(name, "update %s set %s = %s".formatted(on, target, target)));
      }
    }
    for (String referrer : schema.referrers(table)) {
      probes.add(
          new Probe(
              "the foreign key of " + referrer,
              "select * from pragma_foreign_key_check(" + SqlText.text(referrer) + ")"));
    }
    return probes;
  }
}
