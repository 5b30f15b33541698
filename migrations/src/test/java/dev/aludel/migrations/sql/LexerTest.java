package dev.aludel.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.sql.Token.Kind;
import dev.aludel.test.RandomSeed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LexerTest {
  private static final String[] PIECES = {
    "'", "\"", "`", "[", "]", "$", "$$", "$tag$", "--", "/*", "*/", "E'", "\\", "\n", "\r\n", " ",
    "\r", "\uFEFF", ";", "(", ")", "a", "é", "1", ".5", "1e+5", "0xE+1", "begin", "end", "😀", "\0",
    "é̈", "x'"
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SQLITE     | 'it''s; --'        | STRING",
        "SQLITE     | \"a\"\"b\"         | QUOTED_NAME",
        "SQLITE     | `a``b`             | QUOTED_NAME",
        "SQLITE     | [a;b]              | QUOTED_NAME",
        "SQLITE     | /* a /* b */       | BLOCK_COMMENT",
        "SQLITE     | 'a\\'              | STRING",
        "POSTGRESQL | /* a /* b */ c */  | BLOCK_COMMENT",
        "POSTGRESQL | E'it\\'s;'         | STRING",
        "POSTGRESQL | e'a''b'            | STRING",
        "POSTGRESQL | 'a\\'              | STRING",
        "POSTGRESQL | $$ ; ' $$          | STRING",
        "POSTGRESQL | $a$ ; $b$ $$ $a$   | STRING",
        "POSTGRESQL | $é_1$ ; $é_1$      | STRING",
        "POSTGRESQL | a$b$c              | WORD",
        "PORTABLE   | /* a /* b */ c */  | BLOCK_COMMENT",
        "PORTABLE   | $$ ; $$            | STRING",
        "PORTABLE   | -- a ; b           | LINE_COMMENT",
        "PORTABLE   | 1.5e-3             | NUMBER",
        "PORTABLE   | naïve_東京         | WORD",
        "PORTABLE   | /* a               | UNTERMINATED",
        "POSTGRESQL | E'a\\              | UNTERMINATED",
        "POSTGRESQL | $x$ a $y$          | UNTERMINATED",
        "SQLITE     | [a                 | UNTERMINATED"
      })
  void next_takesTheWholeText_whenItIsOneToken(SqlSyntax syntax, String text, Kind kind) {
    assertThat(new Lexer(text).next(syntax)).isEqualTo(new Token(kind, text, 0));
  }

  @ParameterizedTest
  @CsvSource({"POSTGRESQL,1", "SQLITE,2"})
  void next_fitsTheDialect_whenADollarFollowsANumber(SqlSyntax syntax, int tokens) {
    String text = syntax == SqlSyntax.SQLITE ? "$1" : "a$1";

    assertThat(texts(text, syntax)).hasSize(tokens);
  }

  @ParameterizedTest
  @CsvSource({"SQLITE,a", "PORTABLE,a b", "POSTGRESQL,a b"})
  void lineComment_endsWhereTheDatabaseEndsIt(SqlSyntax syntax, String words) {
    assertThat(Lexer.substance("a -- c\rb\n", syntax))
        .extracting(Token::text)
        .containsExactly(words.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({"SQLITE,2", "PORTABLE,3", "POSTGRESQL,3"})
  void byteOrderMark_isWhiteSpace_whereTheDatabaseTakesItForThat(SqlSyntax syntax, int words) {
    assertThat(Lexer.substance("a \uFEFF b", syntax)).hasSize(words);
    assertThat(Lexer.substance("a\uFEFFb", syntax)).hasSize(1);
  }

  @Test
  void substance_leavesCommentsAndBlanksOut() {
    assertThat(Lexer.substance("a /* b */ -- c\n + 1", SqlSyntax.PORTABLE))
        .extracting(Token::text)
        .containsExactly("a", "+", "1");
  }

  @ParameterizedTest
  @EnumSource(SqlSyntax.class)
  void next_losesNoCharacter_whateverTheText(SqlSyntax syntax) {
    RandomGenerator random = RandomSeed.printed("LexerTest").random();
    for (int round = 0; round < 10_000; round++) {
      String text =
          random
              .ints(random.nextInt(40), 0, PIECES.length)
              .mapToObj(piece -> PIECES[piece])
              .collect(Collectors.joining());

      assertThat(String.join("", texts(text, syntax))).isEqualTo(text);
    }
  }

  private static List<String> texts(String text, SqlSyntax syntax) {
    Lexer lexer = new Lexer(text);
    List<String> texts = new ArrayList<>();
    for (Token token = lexer.next(syntax); token.kind() != Kind.END; token = lexer.next(syntax)) {
      texts.add(token.text());
    }
    return texts;
  }
}
