package dev.aludel.migrations.bundled;

final class SqliteUpAndDownTest extends UpAndDownContract {
  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.sqlite(folder.resolve("empty.db"));
  }

  @Override
  String everything() {
    return "select name from sqlite_schema where name not like 'sqlite_autoindex_%'";
  }
}
