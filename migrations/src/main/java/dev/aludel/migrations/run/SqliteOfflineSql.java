package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQL for SQLite 3.37 and its shell. */
final class SqliteOfflineSql extends OfflineSql {

  SqliteOfflineSql(Dialect dialect) {
    super(dialect);
  }

  @Override
  String command() {
    return "sqlite3 -bail DATABASE < SCRIPT";
  }

  @Override
  List<String> preamble() {
    return List.of();
  }

  // Inside a transaction SQLite ignores the pragma.
  @Override
  List<String> begin(ForeignKeys foreignKeys) {
    String state = foreignKeys == ForeignKeys.ENFORCED ? "on" : "off";
    return List.of("pragma foreign_keys = " + state, "begin immediate");
  }

  @Override
  List<String> commit(ForeignKeys foreignKeys) {
    return foreignKeys == ForeignKeys.ENFORCED
        ? List.of("commit")
        : List.of("commit", "pragma foreign_keys = on");
  }

  @Override
  String createIfAbsent(TableName table, String createStatement) {
    return createStatement.replaceFirst("^create table", "create table if not exists");
  }

  /** The transaction has the write lock from its beginning. */
  @Override
  List<String> lock(TableName table) {
    return List.of();
  }

  @Override
  Optional<String> narrowness(TableName table, String column, int characters) {
    return Optional.empty();
  }

  @Override
  Optional<String> otherBeginning(String schema) {
    return Optional.empty();
  }

  @Override
  Optional<String> missingSchema(String schema) {
    return Optional.empty();
  }

  // Only a constraint stops a script, and its name is all that the error shows. So the complaint is
  // its name, and the rows are printed before: the update hits nothing where there are none.
  // A query may ask changes() of the statement before the guard: creating a table does not count.
  @Override
  List<String> guard(String query, String complaint) {
    return List.of(
        "create temp table aludel_guard (offender text, refused integer default 0, constraint %s check (refused = 0))"
            .formatted(dialect().quoted(complaint)),
        "insert into temp.aludel_guard (offender)\nselect * from (\n%s\n) limit %d"
            .formatted(query, SHOWN_ROWS),
        "select %s || coalesce(offender, 'null') from temp.aludel_guard"
            .formatted(dialect().literal(complaint + ": ")),
        "update temp.aludel_guard set refused = 1",
        "drop table temp.aludel_guard");
  }

  @Override
  List<String> note(String query) {
    return List.of(query);
  }

  @Override
  String otherRows(String source, Set<String> rows) {
    return "select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from %s order by version_num)) where found is not %s"
        .formatted(source, literalOrNull(rows));
  }

  @Override
  String now() {
    return "(select cast(strftime('%s', t) as integer) * 1000 + cast(substr(strftime('%f', t), 4) as integer) from (select strftime('%Y-%m-%d %H:%M:%f', 'now') as t))";
  }

  @Override
  String passedOn(String sql) {
    return sql;
  }

  @Override
  OfflineSession session(List<String> statements) {
    return statements.isEmpty()
        ? OfflineSession.UNCHANGED
        : new SqliteOfflineSession(dialect(), statements);
  }

  @Override
  Translation passedOn(Translation translation) {
    return new SqliteShellTranslation(translation);
  }
}
