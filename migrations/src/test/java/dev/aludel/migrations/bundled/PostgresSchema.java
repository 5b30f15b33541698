package dev.aludel.migrations.bundled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A PostgreSQL schema as the catalog tells it, a line for each thing. */
final class PostgresSchema {
  private static final String OURS =
      " n.nspname = 'public' and c.relname not in ('alembic_version', 'aludel_journal')";

  // A sequence is told by its column; "serial" and identity are two words for one thing.
  private static final String RELATIONS =
      """
      select 'relation ' || c.relname || ' ' || c.relkind::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind not in ('i', 'S', 'I') and"""
          + OURS;
  private static final String COLUMNS =
      """
      select 'column ' || c.relname || '.' || a.attname
        || ' at ' || row_number() over (partition by c.oid order by a.attnum)
        || ': ' || format_type(a.atttypid, a.atttypmod) || ' not_null=' || a.attnotnull
        || ' default=' || case
          when a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'
          then 'counted by ' || pg_get_serial_sequence(c.relname, a.attname)
          else regexp_replace(coalesce(pg_get_expr(d.adbin, d.adrelid), 'none'), '^''(.*)''::.*$', '\\1')
        end
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attnum > 0 and not a.attisdropped and c.relkind = 'r' and"""
          + OURS;
  private static final String CONSTRAINTS =
      """
      select 'constraint ' || k.conname || ' on ' || c.relname || ': ' || pg_get_constraintdef(k.oid)
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      where k.contype <> 'n' and"""
          + OURS;
  private static final String INDEXES =
      """
      select pg_get_indexdef(i.indexrelid)
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      where"""
          + OURS;

  private PostgresSchema() {}

  static List<String> of(TestedDatabase database) {
    List<String> lines = new ArrayList<>();
    for (String query : List.of(RELATIONS, COLUMNS, CONSTRAINTS, INDEXES)) {
      lines.addAll(database.column(query));
    }
    Collections.sort(lines);
    return lines;
  }
}
