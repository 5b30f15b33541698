package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.RememberedSession.Extent;
import dev.aludel.migrations.dialect.postgresql.SessionSql;
import java.util.ArrayList;
import java.util.List;

/** Remembers the session in settings of its own: nobody needs a right to make one. */
record PostgresOfflineSession(SessionSql sql) implements OfflineSession {
  private static final String BEGINNING = "aludel.session";
  private static final String SCRIPT = "aludel.script";

  @Override
  public List<String> remember() {
    return List.of(remember(BEGINNING));
  }

  private String remember(String setting) {
    return PostgresOfflineSql.block(
        "begin\n  perform pg_catalog.set_config('%s', (%s), false);\nend"
            .formatted(setting, sql.remembered()));
  }

  @Override
  public List<String> putBackInTransaction() {
    List<String> statements = new ArrayList<>(sql.endOfDeferral());
    statements.add(putBack(BEGINNING, Extent.IN_TRANSACTION, ""));
    return statements;
  }

  @Override
  public List<String> putBack() {
    return List.of(
        putBack(
            BEGINNING,
            Extent.ALL,
            "  perform pg_catalog.set_config('%s', null, false);\n".formatted(BEGINNING)));
  }

  @Override
  public List<String> asAtTheBeginning(String statement, List<String> done) {
    return List.of(
        remember(SCRIPT),
        putBack(BEGINNING, Extent.SETTINGS, ""),
        statement,
        putBack(SCRIPT, Extent.SETTINGS, ""));
  }

  private String putBack(String setting, Extent extent, String end) {
    return PostgresOfflineSql.block(
        """
        declare
          statements text[];
          changed text;
          next text;
        begin
          for pass in 1..%d loop
            select pg_catalog.array_agg(statement), pg_catalog.string_agg(changes.changed, ', ') into statements, changed from (
        %s
            ) as changes (rank, changed, statement)
              where pass operator(pg_catalog.=) 1 or rank operator(pg_catalog.<>) %d;
            exit when statements is null;
            foreach next in array statements loop
              execute next;
            end loop;
          end loop;
          if statements is not null then
            raise exception 'the script changed what cannot be put back as it was before: %%', changed;
          end if;
        %send"""
            .formatted(
                SessionSql.PASSES,
                sql.changes("pg_catalog.current_setting('%s')".formatted(setting), extent, ""),
                SessionSql.RANK_OF_LISTENERS,
                end));
  }
}
