package dev.aludel.migrations.dialect;

import dev.aludel.migrations.schema.Expression;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.MissingEnd;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SourcePosition;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import dev.aludel.migrations.sql.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Parser;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.ParseWithMetaLookups;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;
import org.jspecify.annotations.Nullable;

/**
 * Translates portable statements and expressions with jOOQ's parser, which drops some clauses
 * without a word; so each translation comes with the proof that nothing was lost.
 */
final class PortableSql {
  private static final Settings SETTINGS =
      new Settings()
          .withParseDialect(SQLDialect.POSTGRES)
          .withParseWithMetaLookups(ParseWithMetaLookups.OFF)
          .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
          .withRenderNameCase(RenderNameCase.AS_IS)
          .withRenderKeywordCase(RenderKeywordCase.LOWER)
          .withRenderFormatted(false);

  // jOOQ recurses as often as a statement is nested: with so many tokens it is not nested deep.
  private static final int SHALLOW = 200;
  private static final int DEEPEST = 3000;

  // What jOOQ renders for a statement that its parser takes and does nothing about.
  private static final String IGNORED = "/* ignored */";

  private final ScriptStatement statement;
  private final DatabaseProduct product;

  PortableSql(ScriptStatement statement, DatabaseProduct product) {
    this.statement = statement;
    this.product = product;
  }

  /**
   * The whole statement in the product's words. It is proved for every product, since it is
   * portable or it is not.
   *
   * @throws ScriptException if it is not portable, or would lose something
   */
  String statement() {
    return translated(statement.text(), 0, parser -> parser.parseQuery(statement.text()));
  }

  /** A condition, in brackets as it is written. */
  String condition(Expression condition) {
    return "("
        + translated(
            condition.sql(), condition.offset(), parser -> parser.parseCondition(condition.sql()))
        + ")";
  }

  /** A value; without brackets around it. */
  String value(Expression value) {
    return translated(value.sql(), value.offset(), parser -> parser.parseField(value.sql()));
  }

  private String translated(
      String sql, int offset, Function<Parser, ? extends @Nullable QueryPart> parse) {
    List<Token> source = Lexer.substance(sql, SqlSyntax.PORTABLE);
    refusePrefixedStrings(source, offset);
    refuseDeepNesting(source, offset);
    try {
      return source.size() <= SHALLOW
          ? translated(sql, source, offset, parse)
          : DeepStack.call(() -> translated(sql, source, offset, parse));
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw tooDeep(offset);
    }
  }

  private String translated(
      String sql,
      List<Token> source,
      int offset,
      Function<Parser, ? extends @Nullable QueryPart> parse) {
    QueryPart parsed = parsed(sql, source, offset, parse);
    String onPostgresql = rendered(parsed, SQLDialect.POSTGRES, offset);
    refuseLoss(LosslessProof.inTheSameDialect(), source, onPostgresql, "", offset);
    String onSqlite = rendered(parsed, SQLDialect.SQLITE, offset);
    refuseLoss(LosslessProof.onSqlite(), source, onSqlite, "on SQLite ", offset);
    return switch (product) {
      case SQLITE -> onSqlite;
      case POSTGRESQL -> onPostgresql;
    };
  }

  private QueryPart parsed(
      String sql,
      List<Token> source,
      int offset,
      Function<Parser, ? extends @Nullable QueryPart> parse) {
    try {
      QueryPart parsed = parse.apply(context(SQLDialect.POSTGRES).parser());
      if (parsed == null || render(parsed, SQLDialect.POSTGRES).equals(IGNORED)) {
        throw refused(offset, "\"%s\" would be ignored.".formatted(Excerpt.of(sql)));
      }
      return parsed;
    } catch (ParserException e) {
      throw refused(offset + e.position(), reason(source, e) + MissingEnd.question(statement));
    } catch (ScriptException e) {
      throw e;
    } catch (RuntimeException e) {
      throw notTaken(offset, e);
    }
  }

  // jOOQ gives up on some statements in the words of its own inside.
  private ScriptException notTaken(int offset, RuntimeException cause) {
    return refused(
        offset,
        "the parser of portable SQL does not take the statement (%s)."
            .formatted(VisibleText.value(String.valueOf(cause.getMessage()))));
  }

  private String rendered(QueryPart part, SQLDialect dialect, int offset) {
    try {
      return render(part, dialect);
    } catch (RuntimeException e) {
      throw notTaken(offset, e);
    }
  }

  private static String reason(List<Token> source, ParserException e) {
    String message = String.valueOf(e.getMessage());
    int place = message.indexOf(": [");
    String what = place < 0 ? message : message.substring(0, place);
    String found =
        source.stream()
            .filter(token -> token.end() > e.position())
            .findFirst()
            .map(token -> "\"" + Excerpt.of(token.text()) + "\"")
            .orElse("its end");
    return "the statement is not understood at %s (%s). If it is misspelt, correct it."
        .formatted(found, clearer(what));
  }

  // jOOQ words what its parser leaves out as an advertisement.
  private static String clearer(String reason) {
    if (reason.equals("Unsupported query type")) {
      return "no portable statement begins so";
    }
    return reason.startsWith("Feature only supported in pro edition")
        ? "the parser does not know it"
        : reason;
  }

  private void refuseLoss(
      LosslessProof proof, List<Token> source, String rendering, String where, int offset) {
    Optional<Token> lost = proof.firstLost(source, Lexer.substance(rendering, SqlSyntax.PORTABLE));
    lost.ifPresent(
        token -> {
          throw refused(
              offset + token.offset(),
              "\"%s\" would be lost: %sthe statement would become \"%s\"."
                  .formatted(token.text(), where, Excerpt.of(rendering)));
        });
  }

  private void refusePrefixedStrings(List<Token> source, int offset) {
    for (int i = 1; i < source.size(); i++) {
      Token before = source.get(i - 1);
      boolean adjacent = before.end() == source.get(i).offset();
      if (adjacent
          && source.get(i).kind() == Token.Kind.STRING
          && before.kind() == Token.Kind.WORD) {
        throw refused(
            offset + before.offset(),
            "the string with the prefix \"%s\" is not portable.".formatted(before.text()));
      }
    }
  }

  // At each bracket jOOQ looks over all that follow: a million of them would take hours.
  private void refuseDeepNesting(List<Token> source, int offset) {
    int depth = 0;
    for (Token token : source) {
      if (token.isSymbol('(') || token.isWord("case")) {
        depth++;
      } else if (token.isSymbol(')') || token.isWord("end")) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw tooDeep(offset + token.offset());
      }
    }
  }

  private ScriptException tooDeep(int offset) {
    return refused(
        offset,
        "the statement is longer, or nested deeper, than what portable SQL takes. Write it with fewer brackets and operators within each other, or as several.");
  }

  private ScriptException refused(int offset, String problem) {
    SourcePosition position = statement.positionAt(Math.min(offset, statement.text().length()));
    return new ScriptException(position, problem + " " + ScriptException.VERBATIM_REMEDY);
  }

  private static String render(QueryPart part, SQLDialect dialect) {
    return context(dialect).renderInlined(part);
  }

  private static DSLContext context(SQLDialect dialect) {
    return DSL.using(dialect, SETTINGS);
  }
}
