package dev.aludel.migrations.bundled;

final class PostgresUpAndDownTest extends UpAndDownContract {
  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.postgres();
  }

  @Override
  String everything() {
    return "select relname from pg_class where relnamespace = 'public'::regnamespace"
        + " and relkind <> 'i'";
  }
}
