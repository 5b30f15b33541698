package dev.aludel.migrations.dialect.sqlite;

import static dev.aludel.migrations.dialect.sqlite.RandomSql.pick;
import static dev.aludel.migrations.dialect.sqlite.RandomSql.some;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What hangs on a table: indexes, triggers, views, children, and temporary things beside it. */
final class RandomNeighbours {
  private final RandomGenerator random;
  private final String table;
  private final List<String> columns;
  private final List<String> statements = new ArrayList<>();

  RandomNeighbours(RandomGenerator random, String table, List<String> columns) {
    this.random = random;
    this.table = table;
    this.columns = columns;
  }

  /** The statements; SQLite may refuse some of them. */
  List<String> statements() {
    for (int i = random.nextInt(3); i > 0; i--) {
      index(i);
    }
    statements.add("create table log (m)");
    views();
    triggers();
    children();
    maybe(10, "analyze");
    maybe(20, "create temp table parent (z)");
    maybe(20, "create temp table log (m)");
    maybe(20, "create temp table child (id, r)");
    return statements;
  }

  private void maybe(int outOf, String sql) {
    if (random.nextInt(outOf) == 0) {
      statements.add(sql);
    }
  }

  private String name() {
    return SqlText.name(table);
  }

  private String column() {
    return SqlText.name(pick(random, columns));
  }

  private void index(int number) {
    RandomSql sql = new RandomSql(random);
    sql.words(random.nextInt(4) == 0 ? "create unique index" : "create index");
    sql.name("ix" + number + pick(random, List.of("", " '", "]")))
        .words("on")
        .name(table)
        .token("(");
    switch (random.nextInt(5)) {
      case 0 -> sql.words("lower (").reference(pick(random, columns)).token(")");
      case 1 -> sql.reference(pick(random, columns)).words("collate nocase desc");
      case 2 ->
          sql.words("coalesce (")
              .reference(pick(random, columns))
              .token(",")
              .reference(pick(random, columns))
              .words(", 'x, (' ) desc");
      default -> {
        List<String> some = some(random, columns, 1, 2);
        sql.reference(some.get(0));
        some.stream().skip(1).forEach(other -> sql.token(",").reference(other));
      }
    }
    sql.token(")");
    if (random.nextInt(3) == 0) {
      sql.words("where").reference(pick(random, columns)).words("is not null");
    }
    statements.add(sql.toString());
  }

  private void views() {
    maybe(3, "create view v1 as select %s as c from %s".formatted(column(), name()));
    maybe(4, "create view v2 as select * from " + name());
    maybe(
        5,
        "create view [v ' 3](p, q) as with w as (select %1$s as a from %2$s as o where o.%1$s > 0) select w.a, l.m from w left join log l on l.m = w.a /* of %2$s */"
            .formatted(column(), name()));
    maybe(25, "create view v4 as select c from v1");
    maybe(20, "create view broken as select * from nowhere");
  }

  private void triggers() {
    String on = name();
    maybe(
        3,
        "create trigger tr1 after update on %s begin insert into log values (new.%s); end"
            .formatted(on, column()));
    maybe(
        4,
        "create trigger tr2 before update of %s on %s begin select 1; end".formatted(column(), on));
    maybe(
        4,
        "create trigger tr3 after insert on log begin update %s set %s = 1; end"
            .formatted(on, column()));
    maybe(
        4,
        "CREATE TRIGGER \"tr'4\" AFTER DELETE ON %s FOR EACH ROW WHEN old.%s is not null /* end; */ BEGIN -- why\n delete from log where m = old.%s; insert into log values ('gone'); END"
            .formatted(on, column(), column()));
    maybe(
        4,
        "create trigger tr5 after insert on %s begin select case when new.%s = 'stop' then raise(abort, 'no') end; insert into log select count(*) from %1$s; end"
            .formatted(on, column()));
    maybe(
        8,
        "create trigger tr6 instead of insert on v1 begin insert into %s (%s) values (new.c); end"
            .formatted(on, column()));
  }

  private void children() {
    String action = pick(random, RandomConstraint.ACTIONS);
    maybe(
        3,
        "create table child (id integer primary key, r references %s (%s) on delete %s)"
            .formatted(name(), column(), action));
    maybe(
        6,
        "create table child (id text primary key, r int, foreign key (r) references %s on delete %s on update %s deferrable initially deferred) without rowid"
            .formatted(name(), action, action));
    statements.add("insert into child values (1, 1), (2, 'x'), (3, null), (4, 'orphan')");
  }
}
