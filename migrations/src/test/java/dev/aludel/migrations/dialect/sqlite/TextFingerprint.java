package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.RandomChange.Kind;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a table's text, comments and all, without the table's name, which a rebuild writes
 * in its own way. What a change has taken from them and added to them can be told.
 */
final class TextFingerprint {
  private static final Set<String> NULLABILITY =
      Set.of(
          "not",
          "null",
          "on",
          "conflict",
          "rollback",
          "abort",
          "ignore",
          "fail",
          "replace",
          "constraint",
          // which would be read as words of the type
          "generated",
          "always");

  private static final Set<String> TYPE =
      vocabulary(RandomTable.TYPES.stream(), RandomTable.STRICT_TYPES.stream());
  // A column may have several; the last one counts.
  private static final Set<String> DEFAULT =
      vocabulary(Stream.of("default constraint"), RandomTable.DEFAULTS.stream());

  private final List<String> words;

  private TextFingerprint(List<String> words) {
    this.words = words;
  }

  private static Set<String> vocabulary(Stream<String> first, Stream<String> second) {
    return Stream.concat(first, second)
        .flatMap(sql -> words(sql).stream())
        .map(TextFingerprint::folded)
        .collect(Collectors.toSet());
  }

  static TextFingerprint of(String sql, String table) {
    List<Token> tokens = tokens(sql);
    List<String> words = new ArrayList<>();
    boolean name = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean qualifier =
          substance(tokens, i, 1).equals(".")
              && (SqlText.sameName(bare(token), table) || bare(token).equalsIgnoreCase("main"));
      boolean dot = token.isSymbol('.') && !words.isEmpty();
      if (!name && token.isSubstance() && !List.of("create", "table").contains(token.folded())) {
        name = true;
      } else if (!qualifier && !dot) {
        words.add(bare(token));
      }
    }
    return new TextFingerprint(words);
  }

  private static List<Token> tokens(String sql) {
    Lexer lexer = new Lexer(sql);
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.next(SqlSyntax.SQLITE);
        token.kind() != Token.Kind.END;
        token = lexer.next(SqlSyntax.SQLITE)) {
      if (token.kind() != Token.Kind.WHITE_SPACE) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static String substance(List<Token> tokens, int from, int distance) {
    int left = distance;
    for (int i = from + 1; i < tokens.size(); i++) {
      if (tokens.get(i).isSubstance() && --left == 0) {
        return tokens.get(i).text();
      }
    }
    return "";
  }

  private static String bare(Token token) {
    return switch (token.kind()) {
      case WORD, QUOTED_NAME, STRING -> TableText.valueOf(token);
      default -> token.text();
    };
  }

  /** The words that are here and not, or not so often, in {@code other}. */
  private List<String> without(TextFingerprint other) {
    List<String> left = new ArrayList<>(words);
    other.words.forEach(left::remove);
    return left;
  }

  /** What is gone since {@code before} that {@code changes} do not take. */
  List<String> lostSince(TextFingerprint before, List<RandomChange> changes) {
    List<String> lost = before.without(this);
    lost.removeIf(word -> changes.stream().anyMatch(one -> takes(one, word)));
    return lost;
  }

  private static boolean takes(RandomChange change, String word) {
    return switch (change.kind()) {
      case SET_TYPE -> TYPE.contains(folded(word)) || comment(word);
      case SET_DEFAULT, DROP_DEFAULT ->
          DEFAULT.contains(folded(word)) || name(word) || comment(word);
      case SET_NOT_NULL, DROP_NOT_NULL, ADD_PRIMARY_KEY ->
          NULLABILITY.contains(folded(word)) || name(word) || comment(word);
      case DROP_COLUMN, DROP_CONSTRAINT, RENAME_COLUMN, RENAME_TABLE -> true;
      case ADD_UNIQUE, ADD_CHECK, ADD_FOREIGN_KEY, ADD_COLUMN -> false;
    };
  }

  /** What is new since {@code before} though {@code changes} do not ask for it. */
  List<String> addedSince(TextFingerprint before, List<RandomChange> changes) {
    List<String> added = without(before);
    for (RandomChange change : changes) {
      if (change.kind().isOneOf(Kind.RENAME_COLUMN, Kind.RENAME_TABLE)) {
        return List.of();
      }
      added.removeIf(words(change.sql())::contains);
    }
    added.removeIf(word -> Set.of("not", "null", "(", ")", ",", "default").contains(word));
    return added;
  }

  private static List<String> words(String sql) {
    return tokens(sql).stream().map(TextFingerprint::bare).toList();
  }

  private static boolean comment(String word) {
    return word.startsWith("--") || word.startsWith("/*");
  }

  // A constraint's name goes with it.
  private static boolean name(String word) {
    return Set.of("c1", "c2", "c3", "a c", "select", "x", "dangling").contains(folded(word));
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
