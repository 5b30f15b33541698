package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.script.ScriptStatement;
import java.util.List;

/**
 * Finds rows that a step has made break a foreign key while foreign keys were off. What was broken
 * before does not count: databases from elsewhere are full of old orphans.
 */
final class ForeignKeyGuards {
  // Rows are told apart by rowid; those of a table without rowids, and what a row breaks twice, by
  // their number: fewer than before are no new ones. A key may spell its columns as it likes, and
  // leave out the ones that it leads to, which is not the same as a column without a name.
  private static final String VIOLATIONS =
      "select child, child_row, parent, key, row_number() over (partition by child, child_row,"
          + " parent, key) as number from (select v.\"table\" as child, %s as child_row,"
          + " v.parent as parent, (select group_concat(printf('(\"%%w\">%%s)',"
          + " lower(f.\"from\"), coalesce('\"' || replace(lower(f.\"to\"), '\"', '\"\"') || '\"', '')), '') from"
          + " pragma_foreign_key_list(v.\"table\", 'main') f where f.id = v.fkid) as key from"
          + " main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type ="
          + " 'table' and %s)";

  // For people. Where rows have no number, how many there are says enough.
  private static final String OFFENDERS =
      "select child || ', key ' || trim(replace(replace(replace(key, '>)', ')'), '\"', ''), ')(', ', '), '()')"
          + " || ' to ' || parent || ': ' || count(*) || iif(count(*) = 1, ' row', ' rows') ||"
          + " coalesce(' (rowid ' || group_concat(iif(place <= 5, child_row, null), ', ') ||"
          + " iif(count(*) > 5, ', ...', '') || ')', '') from (select *, row_number() over"
          + " (partition by child, parent, key order by child_row, number) as place from"
          + " (%s except select * from temp.aludel_violations)) group by child, parent, key";

  private ForeignKeyGuards() {}

  /**
   * What runs before the step's own statements.
   *
   * @param unsound the tables with a foreign key that cannot be checked
   */
  static List<TranslatedStatement> before(
      ConcernedTables tables, List<String> unsound, ScriptStatement origin) {
    return List.of(
        TranslatedStatement.change(
            "create temp table aludel_violations as " + violations(tables, unsound), origin));
  }

  /** What runs after them. */
  static List<TranslatedStatement> after(
      ConcernedTables tables, List<String> unsound, ScriptStatement origin) {
    return List.of(
        TranslatedStatement.guard(
            OFFENDERS.formatted(violations(tables, unsound)),
            origin,
            "these rows would break a foreign key, and did not before"),
        TranslatedStatement.change("drop table temp.aludel_violations", origin));
  }

  /** What runs after a renaming, so that what was broken before is known again. */
  static List<TranslatedStatement> renamed(
      String table, TableChange change, ScriptStatement origin) {
    if (change instanceof TableChange.RenameTable renaming) {
      return renamed(table, renaming.newName().value(), origin);
    }
    if (change instanceof TableChange.RenameColumn renaming) {
      String oldName = SqlText.name(SqlText.folded(renaming.column().value()));
      String newName = SqlText.name(SqlText.folded(renaming.newName().value()));
      return List.of(
          update(replacement("(" + oldName + ">", "(" + newName + ">"), "child", table, origin),
          update(replacement(">" + oldName + ")", ">" + newName + ")"), "parent", table, origin));
    }
    return List.of();
  }

  /** The same after a statement of a script's own, which renames {@code table}. */
  static List<TranslatedStatement> renamed(String table, String newName, ScriptStatement origin) {
    return List.of(
        update("child = " + SqlText.text(newName), "child", table, origin),
        update("parent = " + SqlText.text(newName), "parent", table, origin));
  }

  private static String replacement(String before, String after) {
    return "key = replace(key, %s, %s)".formatted(SqlText.text(before), SqlText.text(after));
  }

  private static TranslatedStatement update(
      String assignment, String role, String table, ScriptStatement origin) {
    return TranslatedStatement.change(
        "update temp.aludel_violations set %s where %s = %s collate nocase"
            .formatted(assignment, role, SqlText.text(table)),
        origin);
  }

  private static String violations(ConcernedTables tables, List<String> unsound) {
    return VIOLATIONS.formatted(
        tables.identity("v.\"table\"", "v.rowid"), tables.condition("s.name", unsound));
  }
}
