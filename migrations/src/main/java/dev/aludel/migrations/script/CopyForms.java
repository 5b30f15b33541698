package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.CopyWatch;
import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;

/** The forms of PostgreSQL's {@code copy} that a script cannot have, or not where they stand. */
final class CopyForms {
  private CopyForms() {}

  static void refuse(OpenStatement statement, SqlSyntax syntax, SourceText source) {
    List<Token> tokens = statement.tokens();
    if (syntax != SqlSyntax.POSTGRESQL && CopyWatch.readsInput(tokens)) {
      throw refusal(
          statement,
          source,
          "\"%s\" is PostgreSQL's own. Put \"--@ verbatim postgresql\" before it.");
    }
    if (syntax == SqlSyntax.POSTGRESQL && CopyWatch.writesOutput(tokens)) {
      throw refusal(
          statement,
          source,
          "\"%s\" gives rows to whoever runs it, and a revision has nobody to take them. Leave it out, or copy to a file of the server.");
    }
    if (tokens.size() > 1 && tokens.get(0).isSymbol('\\') && tokens.get(1).isWord("copy")) {
      throw refusal(
          statement,
          source,
          "\"%s\" is a command of psql. Write \"copy ... from stdin;\" with the lines of data behind it, and then a line \"\\.\".");
    }
  }

  private static ScriptException refusal(
      OpenStatement statement, SourceText source, String problem) {
    return new ScriptException(
        source.position(statement.offset()), problem.formatted(Excerpt.of(statement.text(source))));
  }
}
