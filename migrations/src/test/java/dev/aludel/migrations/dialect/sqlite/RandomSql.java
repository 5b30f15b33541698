package dev.aludel.migrations.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Writes SQLite's SQL as oddly as SQLite takes it: blanks, comments, case and quotes at random. */
final class RandomSql {
  private static final List<String> GAPS =
      List.of(
          " ",
          " ",
          "\n  ",
          "\t",
          " /* a, (b) 'c' \"d */ ",
          "/**/",
          " -- it's a \"note\", (\n",
          "--)\n",
          "--\n",
          "\r\n",
          "\f",
          " \uFEFF ",
          " -- one\r'two\n",
          "/*)*/ -- '\n/*--*/",
          "/* not null unique */");

  // Those that are no names without quotes.
  private static final Set<String> KEYWORDS =
      Set.of(
          "select",
          "order",
          "check",
          "from",
          "null",
          "constraint",
          "primary",
          "values",
          "autoincrement",
          "rowid");

  private final RandomGenerator random;
  private final StringBuilder text = new StringBuilder();

  RandomSql(RandomGenerator random) {
    this.random = random;
  }

  /** The words and symbols of {@code sql}, which are separated by single blanks. */
  RandomSql words(String sql) {
    for (String word : sql.split(" ", -1)) {
      token(anyCase(word));
    }
    return this;
  }

  /** A piece that stays as it is. */
  RandomSql token(String token) {
    boolean joins =
        !text.isEmpty()
            && isWordPart(text.charAt(text.length() - 1))
            && isWordPart(token.charAt(0));
    String gap = random.nextInt(3) == 0 ? GAPS.get(random.nextInt(GAPS.size())) : "";
    // A single quote behind a word or a quote would be part of it.
    boolean quote = "'\"`".indexOf(token.charAt(0)) >= 0;
    text.append(gap.isEmpty() && (joins || quote || random.nextBoolean()) ? " " : gap);
    text.append(token);
    return this;
  }

  /** A name where a column or a table is defined. */
  RandomSql name(String name) {
    return token(quoted(name, 5));
  }

  /** A name within an expression, where single quotes make a string. */
  RandomSql reference(String name) {
    return token(quoted(name, 4));
  }

  RandomSql references(List<String> names) {
    token("(");
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        token(",");
      }
      reference(names.get(i));
    }
    return token(")");
  }

  private String quoted(String name, int styles) {
    return switch (random.nextInt(name.isEmpty() ? 1 : styles)) {
      case 0 -> "`" + name.replace("`", "``") + "`";
      case 1 -> name.contains("]") ? SqlText.name(name) : "[" + name + "]";
      case 2 -> plain(name) ? anyCase(name) : name.matches("[é日本]+") ? name : SqlText.name(name);
      case 4 -> SqlText.text(name);
      default -> SqlText.name(name);
    };
  }

  private static boolean plain(String name) {
    return name.matches("[a-z]+") && !KEYWORDS.contains(name);
  }

  private String anyCase(String word) {
    return switch (random.nextInt(4)) {
      case 0 -> word.toUpperCase(Locale.ROOT);
      case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      default -> word;
    };
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }

  @Override
  public String toString() {
    return text.toString().strip();
  }

  /** One of them. */
  static <T> T pick(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Between {@code least} and {@code most} of them, each once. */
  static <T> List<T> some(RandomGenerator random, List<T> choices, int least, int most) {
    List<T> left = new ArrayList<>(choices);
    List<T> chosen = new ArrayList<>();
    int count = Math.min(choices.size(), least + random.nextInt(most - least + 1));
    while (chosen.size() < count) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }
}
