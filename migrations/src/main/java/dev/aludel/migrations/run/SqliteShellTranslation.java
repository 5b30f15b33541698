package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import dev.aludel.migrations.sql.Token.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Translates statements as they will arrive. SQLite's shell reads line by line: it makes one
 * character of a Windows line ending, also in a text, and takes a line that is {@code /} or {@code
 * go} for the end of a statement. What does not matter is written otherwise; what does is refused.
 */
final class SqliteShellTranslation extends Translation {
  private static final Set<String> TERMINATORS = Set.of("/", "go");

  private final Translation translation;

  SqliteShellTranslation(Translation translation) {
    this.translation = translation;
  }

  @Override
  public TranslatedStep translate(List<ScriptStatement> statements) throws SQLException {
    return translation.translate(statements.stream().map(SqliteShellTranslation::read).toList());
  }

  @Override
  public void replay(List<ScriptStatement> statements) throws SQLException {
    translation.replay(statements.stream().map(SqliteShellTranslation::read).toList());
  }

  private static ScriptStatement read(ScriptStatement statement) {
    StringBuilder text = new StringBuilder();
    Lexer lexer = new Lexer(statement.text());
    SqlSyntax syntax = statement.syntax();
    for (Token token = lexer.next(syntax); token.kind() != Kind.END; token = lexer.next(syntax)) {
      refuseChangedText(token, statement);
      refuseTerminator(token, statement);
      text.append(token.text().replace("\r\n", "\n"));
    }
    return new ScriptStatement(
        text.toString(),
        statement.position(),
        statement.form(),
        statement.execution(),
        statement.only());
  }

  private static void refuseChangedText(Token token, ScriptStatement statement) {
    boolean text = token.kind() == Kind.STRING || token.kind() == Kind.QUOTED_NAME;
    if (text && token.text().contains("\r\n")) {
      throw new ScriptException(
          statement.positionAt(token.offset()),
          "this text has a Windows line ending, of which the sqlite3 shell would drop a character. Save the script with line feeds alone, or write char(13, 10).");
    }
  }

  private static void refuseTerminator(Token token, ScriptStatement statement) {
    if (TERMINATORS.contains(token.folded()) && isAloneOnItsLine(token, statement.text())) {
      throw new ScriptException(
          statement.positionAt(token.offset()),
          "the sqlite3 shell would take a line that is \"%s\" for the end of the statement. Write it on the line of the token before."
              .formatted(token.text()));
    }
  }

  private static boolean isAloneOnItsLine(Token token, String text) {
    int start = text.lastIndexOf('\n', token.offset()) + 1;
    int end = text.indexOf('\n', token.end());
    return text.substring(start, token.offset()).isBlank()
        && text.substring(token.end(), end < 0 ? text.length() : end).isBlank();
  }

  @Override
  public void close() throws SQLException {
    translation.close();
  }
}
