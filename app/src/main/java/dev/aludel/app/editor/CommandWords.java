package dev.aludel.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as one writes it in a variable: words separated by blanks; quotes, single or double,
 * keep blanks inside a word. Nothing else has a meaning, and no shell sees it: a file name with a
 * {@code ;} in it is a file name.
 */
final class CommandWords {
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\s+)|([^\\s\"']+)");

  private CommandWords() {}

  /**
   * The words of {@code command}.
   *
   * @throws EditorException if a quote has no end
   */
  static List<String> of(String variable, String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    Matcher part = PART.matcher(command);
    int end = 0;
    while (end < command.length() && part.find(end) && part.start() == end) {
      if (part.group(3) == null) {
        begun = true;
        word.append(text(part));
      } else if (begun) {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
      }
      end = part.end();
    }
    if (end < command.length()) {
      throw new EditorException(
          "Cannot edit: %s is <%s>, in which a quote has no end. Close it."
              .formatted(variable, command));
    }
    if (begun) {
      words.add(word.toString());
    }
    return List.copyOf(words);
  }

  private static String text(Matcher part) {
    for (int group : new int[] {1, 2, 4}) {
      if (part.group(group) != null) {
        return part.group(group);
      }
    }
    return "";
  }
}
