package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.SourcePosition;
import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.Token;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A comment line that speaks to Aludel.
 *
 * @param argument what follows the word, without blanks around it; may be empty
 */
record Directive(Word word, String argument, SourceText source, int offset, int end) {

  /** Where a directive may stand. */
  enum Place {
    HEADER,
    SECTION,
    STATEMENT,
    DOWNGRADE_SECTION
  }

  /** All that Aludel understands. */
  enum Word {
    REVISION("revision", Place.HEADER),
    REVISES("revises", Place.HEADER),
    BRANCH("branch", Place.HEADER),
    DEPENDS_ON("depends-on", Place.HEADER),
    CREATED("created", Place.HEADER),
    MESSAGE("message", Place.HEADER),
    UPGRADE("upgrade", Place.SECTION),
    DOWNGRADE("downgrade", Place.SECTION),
    VERBATIM("verbatim", Place.STATEMENT),
    AUTOCOMMIT("autocommit", Place.STATEMENT),
    IRREVERSIBLE("irreversible", Place.DOWNGRADE_SECTION);

    private static final Map<String, Word> KNOWN =
        Arrays.stream(values()).collect(Collectors.toMap(Word::text, Function.identity()));

    private final String text;
    private final Place place;

    Word(String text, Place place) {
      this.text = text;
      this.place = place;
    }

    String text() {
      return text;
    }

    Place place() {
      return place;
    }

    static String list(Set<Place> places) {
      return Arrays.stream(values())
          .filter(word -> places.contains(word.place))
          .map(Word::text)
          .collect(Collectors.joining(", "));
    }
  }

  private static final String MARK = "--@";

  /**
   * The directive that {@code token} is; empty if it is none.
   *
   * @throws ScriptException if the word is unknown or something stands before it in its line
   */
  static Optional<Directive> of(Token token, SourceText source) {
    if (token.kind() != Token.Kind.LINE_COMMENT || !token.text().startsWith(MARK)) {
      return Optional.empty();
    }
    if (!standsAlone(token, source.text())) {
      throw new ScriptException(
          source.position(token.offset()),
          "found the directive \"%s\" behind other text; a directive stands on a line of its own."
              .formatted(token.text().strip()));
    }
    String line = token.text().substring(MARK.length()).strip();
    int end = endOfWord(line);
    String name = line.substring(0, end);
    Word word = Word.KNOWN.get(name);
    if (word == null) {
      throw unknown(source.position(token.offset()), name);
    }
    String argument = line.substring(end).strip();
    return Optional.of(new Directive(word, argument, source, token.offset(), token.end()));
  }

  private static int endOfWord(String line) {
    int end = 0;
    while (end < line.length() && !isBlank(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean standsAlone(Token token, String text) {
    for (int before = token.offset() - 1; before >= 0; before--) {
      char c = text.charAt(before);
      if (c == '\n' || c == '\r') {
        return true;
      }
      if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  /** Where it stands. */
  SourcePosition position() {
    return source.position(offset);
  }

  private static ScriptException unknown(SourcePosition position, String word) {
    return new ScriptException(
        position,
        "unknown directive \"--@ %s\". Known are, in the header: %s; for sections: %s; before a statement: %s; in a downgrade section: %s."
            .formatted(
                word,
                Word.list(Set.of(Place.HEADER)),
                Word.list(Set.of(Place.SECTION)),
                Word.list(Set.of(Place.STATEMENT)),
                Word.list(Set.of(Place.DOWNGRADE_SECTION))));
  }

  ScriptException misplaced(String expected) {
    return new ScriptException(
        position(), "\"--@ %s\" may not stand here. %s".formatted(word.text(), expected));
  }

  ScriptException repeated() {
    return new ScriptException(
        position(), "\"--@ %s\" is repeated; it may stand once.".formatted(word.text()));
  }
}
