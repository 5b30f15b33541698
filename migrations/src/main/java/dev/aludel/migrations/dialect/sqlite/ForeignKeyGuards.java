package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.script.ScriptStatement;
import java.util.List;

/**
 * Finds rows that a step has made break a foreign key while foreign keys were off. What was broken
 * before does not count: databases from elsewhere are full of old orphans.
 */
final class ForeignKeyGuards {
  // Rows are told apart by rowid; a table without rowids by how many of its rows break the key.
  private static final String VIOLATIONS =
      "select v.\"table\" as child, v.rowid as child_row, v.parent as parent,"
          + " (select group_concat(f.\"from\" || '>' || coalesce(f.\"to\", ''))"
          + " from pragma_foreign_key_list(v.\"table\") f where f.id = v.fkid) as key,"
          + " count(*) as broken"
          + " from pragma_foreign_key_check v group by 1, 2, 3, 4";

  private ForeignKeyGuards() {}

  /** What runs before the step's own statements. */
  static List<TranslatedStatement> before(ScriptStatement origin) {
    return List.of(
        TranslatedStatement.change("create temp table aludel_violations as " + VIOLATIONS, origin));
  }

  /** What runs after them. */
  static List<TranslatedStatement> after(ScriptStatement origin) {
    return List.of(
        TranslatedStatement.guard(
            "select child || coalesce(' row ' || child_row, '') || ', key ' || key || ' to ' || parent from (%s except select * from temp.aludel_violations)"
                .formatted(VIOLATIONS),
            origin,
            "these rows would break a foreign key, and did not before"),
        TranslatedStatement.change("drop table temp.aludel_violations", origin));
  }
}
