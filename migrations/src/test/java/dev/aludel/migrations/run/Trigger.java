package dev.aludel.migrations.run;

import dev.aludel.migrations.run.TestDatabase.Kind;

/** Triggers that do something after a statement on a table. */
final class Trigger {
  private Trigger() {}

  static void create(
      Kind kind, TestDatabase database, String table, String event, String statement) {
    if (kind == Kind.SQLITE) {
      database.execute(
          "create trigger deed after %s on %s begin %s; end".formatted(event, table, statement));
    } else {
      database.execute(
          "create function deed() returns trigger language plpgsql as $$ begin if"
              + " pg_trigger_depth() = 1 then %s; end if; return null; end $$".formatted(statement),
          "create trigger deed after %s on %s execute function deed()".formatted(event, table));
    }
  }
}
