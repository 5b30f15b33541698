package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.postgresql.PostgresDialect;
import dev.aludel.migrations.dialect.sqlite.SqliteDialect;
import dev.aludel.migrations.sql.DatabaseProduct;

/** The dialect of each database. */
public final class Dialects {
  private Dialects() {}

  public static Dialect of(DatabaseProduct product) {
    return switch (product) {
      case SQLITE -> new SqliteDialect();
      case POSTGRESQL -> new PostgresDialect();
    };
  }
}
