package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token.Kind;
import java.util.stream.Collectors;

/**
 * What rows must not have for their table to get a check. PostgreSQL itself would say that some row
 * breaks it, and not which one. What the table looks like is not known here, so that the catalog
 * tells its primary key, and which words of the condition are columns, when the guard runs.
 */
final class CheckGuard {
  private static final String ROWS =
      """
      select coalesce((
          select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
            order by array_position(indkey::int2[], attnum))
          from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
          where indrelid = source and indisprimary), 'row ' || place)
        || coalesce((
          select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
          from pg_attribute
          where attrelid = source and attnum > 0 and attname::text = any (array[%3$s]::text[])), '')
      from (select to_jsonb(%1$s.*), %1$s.tableoid, %1$s.ctid from %1$s where not %2$s)
        as offender (content, source, place)""";

  private final QualifiedName table;
  private final Constraint.Check check;
  private final String condition;

  /**
   * @param condition of the check, as PostgreSQL has it, in brackets
   */
  CheckGuard(QualifiedName table, Constraint.Check check, String condition) {
    this.table = table;
    this.check = check;
    this.condition = condition;
  }

  TranslatedStatement statement(ScriptStatement origin) {
    return TranslatedStatement.guard(
        ROWS.formatted(table, condition, words()),
        origin,
        "%s cannot get the check%s, because these rows break it"
            .formatted(
                table.parts().get(table.parts().size() - 1).value(),
                check.givenName().map(name -> " " + name).orElse("")));
  }

  private String words() {
    return Lexer.substance(condition, SqlSyntax.POSTGRESQL).stream()
        .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME)
        .map(token -> new Identifier(token.text()).value())
        .distinct()
        .map(word -> "'" + word.replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }
}
