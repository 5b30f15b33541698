package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.CopyInput;
import dev.aludel.migrations.sql.CopyWatch;
import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A statement while it is being read: it knows which {@code ;} ends it. A trigger of SQLite ends
 * with {@code ; end ;} (the rule of {@code sqlite3_complete}); a {@code ;} between brackets or
 * between {@code begin} and {@code end} of a PostgreSQL routine ends nothing (the rule of psql).
 * The lines of data behind {@code copy ... from stdin} belong to it.
 */
final class OpenStatement {
  private final List<Token> tokens = new ArrayList<>();
  private int brackets;
  private int blocks;
  private boolean triggerBody;
  private boolean awaitsData;

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  List<Token> tokens() {
    return tokens;
  }

  int offset() {
    return tokens.get(0).offset();
  }

  String text(SourceText source) {
    return source.text().substring(offset(), tokens.get(tokens.size() - 1).end());
  }

  /** Whether {@code token}, which takes part in statements, ends this one. */
  boolean take(Token token, SqlSyntax syntax) {
    if (token.kind() == Token.Kind.COPY_DATA) {
      tokens.add(token);
      awaitsData = false;
      return true;
    }
    if (token.isSymbol(';') && isComplete(syntax)) {
      awaitsData = syntax == SqlSyntax.POSTGRESQL && CopyWatch.readsInput(tokens);
      if (!awaitsData) {
        return true;
      }
    }
    track(token, syntax);
    tokens.add(token);
    return false;
  }

  private boolean isComplete(SqlSyntax syntax) {
    if (triggerBody) {
      return endsWithSemicolonAndEnd();
    }
    return blocks == 0 && (brackets <= 0 || syntax == SqlSyntax.SQLITE);
  }

  private boolean endsWithSemicolonAndEnd() {
    int size = tokens.size();
    return size >= 2 && tokens.get(size - 1).isWord("end") && tokens.get(size - 2).isSymbol(';');
  }

  private void track(Token token, SqlSyntax syntax) {
    if (token.isSymbol('(')) {
      brackets++;
    } else if (token.isSymbol(')')) {
      brackets--;
    } else if (token.kind() == Token.Kind.WORD) {
      trackWord(token, syntax);
    }
  }

  private void trackWord(Token token, SqlSyntax syntax) {
    if (syntax != SqlSyntax.POSTGRESQL && creates(Set.of("trigger"))) {
      triggerBody |= syntax == SqlSyntax.SQLITE || token.isWord("begin");
    } else if (syntax != SqlSyntax.SQLITE && creates(Set.of("function", "procedure"))) {
      trackBlocks(token);
    }
  }

  private void trackBlocks(Token token) {
    if (token.isWord("begin") || (token.isWord("case") && blocks > 0)) {
      blocks++;
    } else if (token.isWord("end") && blocks > 0) {
      blocks--;
    }
  }

  /** Whether it reads {@code create [or replace] [temporary|constraint] KIND ...}. */
  private boolean creates(Set<String> kinds) {
    if (tokens.isEmpty() || !tokens.get(0).isWord("create")) {
      return false;
    }
    return tokens.stream()
        .skip(1)
        .limit(3)
        .map(Token::folded)
        .dropWhile(Set.of("or", "replace", "temp", "temporary", "constraint")::contains)
        .findFirst()
        .filter(kinds::contains)
        .isPresent();
  }

  /** Refuses {@code token}, which comes next, where lines of data are expected. */
  void refuseOtherThanData(Token token, SourceText source) {
    if (awaitsData && token.kind() != Token.Kind.COPY_DATA) {
      throw new ScriptException(
          source.position(token.offset()),
          "the data of \"%s\" begin on the line behind it; nothing may stand between them."
              .formatted(Excerpt.of(text(source))));
    }
    if (token.kind() == Token.Kind.COPY_DATA && !CopyInput.isEnded(token.text())) {
      throw withoutEndOfData(source);
    }
  }

  private ScriptException withoutEndOfData(SourceText source) {
    return new ScriptException(
        source.position(offset()),
        "the data of \"%s\" have no end; expected lines of data and then a line \"%s\"."
            .formatted(Excerpt.of(text(source)), CopyInput.END));
  }

  /** A text that ends inside a body has lost its {@code end}, or its closing bracket. */
  void refuseIfUnfinished(SourceText source) {
    if (awaitsData) {
      throw withoutEndOfData(source);
    }
    boolean open = triggerBody ? !endsWithSemicolonAndEnd() : blocks > 0;
    if (!isEmpty() && open) {
      throw new ScriptException(
          source.position(offset()),
          "the body of \"%s\" has no \"end\"; expected \"end;\" before the section ends."
              .formatted(Excerpt.of(text(source))));
    }
    if (!isEmpty() && brackets > 0) {
      throw new ScriptException(
          source.position(offset()),
          "a bracket of \"%s\" is never closed.".formatted(Excerpt.of(text(source))));
    }
  }
}
