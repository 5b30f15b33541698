package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import dev.aludel.migrations.Migrator;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** Who brings a database up to date. */
public enum Tool {
  /** JDBC: the statements, each in a transaction with the version's row. */
  FLOOR {
    @Override
    Upgrade upgrade(RevisionSet revisions, Database kind, String database) {
      return () -> HandWritten.upgrade(revisions, kind, database);
    }
  },

  /** Aludel's migrator. */
  OURS {
    @Override
    Upgrade upgrade(RevisionSet revisions, Database kind, String database) {
      return () -> migrator(revisions, kind, database).upgrade();
    }
  },

  /** Aludel's migrator, made once: it has read the scripts. */
  OURS_KEPT {
    @Override
    Upgrade upgrade(RevisionSet revisions, Database kind, String database) {
      Migrator kept = migrator(revisions, kind, database);
      return kept::upgrade;
    }
  },

  /** Flyway's community edition. */
  FLYWAY("select count(*) from flyway_schema_history where success and version is not null") {
    @Override
    Upgrade upgrade(RevisionSet revisions, Database kind, String database) {
      return () ->
          Flyway.configure()
              .dataSource(kind.source(database))
              .locations("filesystem:" + revisions.flyway())
              .load()
              .migrate();
    }
  },

  /** Liquibase 4, the last under a free licence, with a changelog in SQL. */
  LIQUIBASE("select count(*) from databasechangelog") {
    @Override
    Upgrade upgrade(RevisionSet revisions, Database kind, String database) {
      return () -> LiquibaseUpdate.run(revisions, kind, database);
    }
  };

  /** Brings one database up to date. */
  interface Upgrade {
    void run() throws SQLException;
  }

  private final String appliedQuery;
  private final Answer answer;

  /** What a tool's own table tells. */
  private enum Answer {
    NEWEST_REVISION,
    COUNT_OF_REVISIONS
  }

  // With Alembic's table.
  Tool() {
    this.appliedQuery = "select version_num from alembic_version";
    this.answer = Answer.NEWEST_REVISION;
  }

  Tool(String countQuery) {
    this.appliedQuery = countQuery;
    this.answer = Answer.COUNT_OF_REVISIONS;
  }

  private static Migrator migrator(RevisionSet revisions, Database kind, String database) {
    return Migrator.builder().dataSource(kind.source(database)).scripts(revisions.ours()).build();
  }

  /** Does what an application does when it starts, whatever is applied already. */
  abstract Upgrade upgrade(RevisionSet revisions, Database kind, String database);

  /** What tells what is applied, in this tool's own table. */
  String appliedQuery() {
    return appliedQuery;
  }

  /** What that answers when all is applied. */
  String applied(RevisionSet revisions) {
    return switch (answer) {
      case NEWEST_REVISION -> RevisionSet.id(revisions.count());
      case COUNT_OF_REVISIONS -> Integer.toString(revisions.count());
    };
  }
}
