package dev.aludel.migrations.revision;

import dev.aludel.migrations.sql.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Things named in a sentence: "a, b and c", and from the eleventh on only how many more. */
public final class Listing {
  private static final int SHOWN = 10;

  private Listing() {}

  /** The things joined by commas and a final "and"; empty for nothing. */
  public static String and(Collection<?> things) {
    return joined(things, "and");
  }

  /** The things joined by commas and a final "or"; empty for nothing. */
  public static String or(Collection<?> things) {
    return joined(things, "or");
  }

  private static String joined(Collection<?> things, String last) {
    List<String> words = new ArrayList<>();
    things.stream().limit(SHOWN).map(String::valueOf).map(VisibleText::value).forEach(words::add);
    if (things.size() > SHOWN) {
      words.add((things.size() - SHOWN) + " more");
    }
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1))
        + " "
        + last
        + " "
        + words.get(words.size() - 1);
  }
}
