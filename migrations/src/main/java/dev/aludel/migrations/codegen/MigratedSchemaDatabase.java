package dev.aludel.migrations.codegen;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.SqliteDriver;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.meta.sqlite.SQLiteDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ's code generator reads instead of a database: the schema that all bundled revisions
 * build, in a SQLite in memory. Needs no file and no server. The version table and the journal are
 * part of it; a generator that does not want them excludes {@code alembic_version|aludel_journal}.
 */
public final class MigratedSchemaDatabase extends SQLiteDatabase {
  private @Nullable Connection migrated;

  @Override
  protected DSLContext create0() {
    if (migrated == null) {
      migrated = migrate();
      setConnection(migrated);
    }
    return DSL.using(migrated, SQLDialect.SQLITE);
  }

  private static Connection migrate() {
    try {
      Connection connection = SqliteDriver.connectInMemory();
      Migrator.builder().connection(connection).bundled().build().upgrade();
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite opens no database in memory", e);
    }
  }

  @Override
  public void close() {
    try {
      if (migrated != null) {
        migrated.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite does not close a database in memory", e);
    }
    super.close();
  }
}
