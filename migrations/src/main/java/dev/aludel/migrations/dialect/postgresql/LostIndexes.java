package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.script.ScriptStatement;

/**
 * The indexes that PostgreSQL drops with a column, without a word: those that speak of it anywhere.
 * The index of a constraint is none of them; the script speaks of the constraint.
 */
final class LostIndexes {
  private static final String SENTENCES =
      """
      select pg_catalog.format('the index %%s goes with the column %%s of %%s.', i.relname, a.attname, t.relname)
        from pg_catalog.pg_attribute a
        join pg_catalog.pg_class t on t.oid = a.attrelid
        join pg_catalog.pg_class i on i.relkind = 'i'
        where a.attrelid = pg_catalog.to_regclass(%s) and a.attname = %s
        and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
        and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
        order by i.oid""";

  private LostIndexes() {}

  /** A note of the indexes that go with {@code column}. */
  static TranslatedStatement note(QualifiedName table, Identifier column, ScriptStatement origin) {
    return TranslatedStatement.note(
        SENTENCES.formatted(
            SessionSql.literal(table.toString()), SessionSql.literal(column.value())),
        origin);
  }
}
