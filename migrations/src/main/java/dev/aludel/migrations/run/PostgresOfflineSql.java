package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.dialect.postgresql.SessionSql;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import dev.aludel.migrations.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQL for PostgreSQL 14 and psql. */
final class PostgresOfflineSql extends OfflineSql {

  PostgresOfflineSql(Dialect dialect) {
    super(dialect);
  }

  @Override
  String command() {
    return "psql -v ON_ERROR_STOP=1 -f SCRIPT DATABASE";
  }

  // psql would otherwise read the script in the terminal's encoding, and literals as a role may
  // have
  // them.
  @Override
  List<String> preamble() {
    return List.of("set client_encoding = 'UTF8'", "set standard_conforming_strings = on");
  }

  @Override
  List<String> begin(ForeignKeys foreignKeys) {
    return List.of("begin");
  }

  @Override
  List<String> commit(ForeignKeys foreignKeys) {
    return List.of("commit");
  }

  // "if not exists" prints a notice for each table that is there.
  @Override
  String createIfAbsent(TableName table, String createStatement) {
    return block(
        "begin\nif to_regclass(%s) is null then\n%s;\nend if;\nend"
            .formatted(dialect().literal(dialect().quoted(table)), createStatement));
  }

  @Override
  List<String> lock(TableName table) {
    return List.of("lock table %s in exclusive mode".formatted(dialect().quoted(table)));
  }

  // A limited type keeps its limit with four more.
  @Override
  Optional<String> narrowness(TableName table, String column, int characters) {
    return Optional.of(
        "select 'it takes ' || atttypmod - 4 from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass(%s) and attname = %s and atttypmod between 5 and %d"
            .formatted(
                dialect().literal(dialect().quoted(table)),
                dialect().literal(column),
                characters + 3));
  }

  @Override
  Optional<String> otherBeginning(String schema) {
    return Optional.of(
        "select coalesce(current_schema(), 'no schema') where current_schema() is distinct from %s"
            .formatted(dialect().literal(schema)));
  }

  @Override
  Optional<String> missingSchema(String schema) {
    return Optional.of(
        "select %1$s where not exists (select from pg_catalog.pg_namespace where nspname = %1$s)"
            .formatted(dialect().literal(schema)));
  }

  @Override
  List<String> guard(String query, String complaint) {
    return List.of(
        block(
            """
            #variable_conflict use_column
            declare
              offenders text;
            begin
              select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
            %s
              ) as found (offender) limit %d) as shown;
              if offenders is not null then
                raise exception '%%', %s || offenders;
              end if;
            end"""
                .formatted(query, SHOWN_ROWS, dialect().literal(complaint + ": "))));
  }

  @Override
  List<String> note(String query) {
    return List.of(
        block(
            """
            declare
              sentence text;
            begin
              for sentence in
            %s
              loop
                raise notice '%%', sentence;
              end loop;
            end"""
                .formatted(query)));
  }

  static String block(String body) {
    String quote = "$aludel$";
    for (int i = 1; body.contains(quote); i++) {
      quote = "$aludel" + i + "$";
    }
    return "do " + quote + "\n" + body + "\n" + quote;
  }

  @Override
  String otherRows(String source, Set<String> rows) {
    return "select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate \"C\") as found from %s) as versions where found is distinct from %s"
        .formatted(source, literalOrNull(rows));
  }

  @Override
  String now() {
    return "floor(extract(epoch from clock_timestamp()) * 1000)";
  }

  // Resetting all would forget what is remembered of the session. Outside of quotes psql replaces
  // :name by a variable of its own. Behind a colon that is not part
  // of a longer operator, as in a[1:n], a blank means nothing to the database.
  @Override
  String passedOn(String sql) {
    return SessionSql.resetsAll(sql) ? SessionSql.RESET_ALL : withoutVariables(sql);
  }

  private static String withoutVariables(String sql) {
    StringBuilder text = new StringBuilder();
    Lexer lexer = new Lexer(sql);
    boolean behindColon = false;
    boolean behindTwo = false;
    for (Token token = lexer.next(SqlSyntax.POSTGRESQL);
        token.kind() != Kind.END;
        token = lexer.next(SqlSyntax.POSTGRESQL)) {
      boolean colon = token.isSymbol(':');
      boolean operator = colon || token.isSymbol('=');
      if (behindColon && !behindTwo && !operator) {
        text.append(' ');
      }
      text.append(token.text());
      behindTwo = colon && behindColon && !behindTwo;
      behindColon = colon;
    }
    return text.toString();
  }

  @Override
  OfflineSession session(List<String> statements) {
    return new PostgresOfflineSession(SessionSql.of(statements));
  }

  @Override
  Translation passedOn(Translation translation) {
    return translation;
  }
}
