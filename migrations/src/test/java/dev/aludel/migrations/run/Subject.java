package dev.aludel.migrations.run;

import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.RunSettings.Transactions;

/** A run whose statements fail. */
enum Subject {
  /** One revision with tables and rows, for which SQLite rebuilds a table. */
  IN_A_TRANSACTION {
    @Override
    void addRevisions(Scripts scripts) {
      scripts.add(
          "b2",
          "a1",
          """
          create table u (id integer primary key);
          alter table t alter column v set data type varchar(9);
          insert into u (id) values (1);\
          """,
          "");
    }
  },
  /**
   * One revision whose statements run by themselves: of the one a catalog tells, of the other none.
   */
  OUTSIDE_A_TRANSACTION {
    @Override
    void addRevisions(Scripts scripts) {
      scripts.add(
          "b2",
          "a1",
          """
          --@ autocommit
          --@ verbatim postgresql
          create index concurrently i on t (v);
          --@ autocommit
          --@ verbatim sqlite
          create index i on t (v);
          --@ autocommit
          insert into t (id) values (7);\
          """,
          "");
    }
  },
  /** Two revisions in one transaction. */
  ALL_IN_ONE_TRANSACTION {
    @Override
    void addRevisions(Scripts scripts) {
      scripts
          .add("b2", "a1", "insert into t (id) values (2);", "")
          .add("c3", "b2", "insert into t (id) values (3);", "");
    }

    @Override
    MigratorBuilder set(MigratorBuilder migrator) {
      return migrator.transactions(Transactions.ONE_FOR_ALL);
    }
  };

  /** Writes what comes after a revision {@code a1} that has a table {@code t (id, v)}. */
  abstract void addRevisions(Scripts scripts);

  MigratorBuilder set(MigratorBuilder migrator) {
    return migrator;
  }
}
