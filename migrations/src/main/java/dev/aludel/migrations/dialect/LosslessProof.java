package dev.aludel.migrations.dialect;

import dev.aludel.migrations.sql.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the tokens of a statement with those of its rendering: each token of the statement must
 * stand in the rendering too. Case, brackets and synonyms aside. What a rendering adds is not
 * judged.
 */
final class LosslessProof {
  private static final Set<String> NOISE = Set.of("(", ")", "as", "inner", "outer", ";");

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("float8", "double"),
          Map.entry("float", "double"),
          Map.entry("float4", "real"),
          Map.entry("bool", "boolean"),
          Map.entry("decimal", "numeric"),
          Map.entry("clob", "text"),
          Map.entry("bytea", "blob"),
          Map.entry("substring", "substr"),
          Map.entry("character_length", "char_length"),
          Map.entry("length", "char_length"),
          Map.entry("now", "current_timestamp"),
          Map.entry("fetch", "limit"),
          Map.entry("ceil", "ceiling"),
          Map.entry("pow", "power"));

  /** What a rendering for SQLite says in other words, and means the same. */
  private static final Map<String, String> SQLITE_SYNONYMS =
      Map.of("true", "1", "false", "0", "greatest", "max", "least", "min");

  private final Map<String, String> synonyms;

  private LosslessProof(Map<String, String> synonyms) {
    this.synonyms = synonyms;
  }

  static LosslessProof inTheSameDialect() {
    return new LosslessProof(SYNONYMS);
  }

  static LosslessProof onSqlite() {
    Map<String, String> both = new HashMap<>(SYNONYMS);
    both.putAll(SQLITE_SYNONYMS);
    return new LosslessProof(both);
  }

  /** The first token of {@code source} that {@code rendering} lost; empty if it lost none. */
  Optional<Token> firstLost(List<Token> source, List<Token> rendering) {
    Map<String, Integer> available = new HashMap<>();
    for (int i = 0; i < rendering.size(); i++) {
      available.merge(normal(rendering, i), 1, Integer::sum);
    }
    for (int i = 0; i < source.size(); i++) {
      String wanted = normal(source, i);
      if (!NOISE.contains(wanted) && available.merge(wanted, -1, Integer::sum) < 0) {
        return Optional.of(source.get(i));
      }
    }
    return Optional.empty();
  }

  private String normal(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    boolean notEqual =
        token.isSymbol('!') && index + 1 < tokens.size() && tokens.get(index + 1).isSymbol('=');
    boolean equalOfNotEqual =
        token.isSymbol('=') && index > 0 && tokens.get(index - 1).isSymbol('!');
    if (notEqual || equalOfNotEqual) {
      return notEqual ? "<" : ">";
    }
    String folded = token.folded();
    return synonyms.getOrDefault(folded, folded);
  }
}
