package dev.aludel.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL of a database where none is expected: messages about targets, options and files repeat
 * what was typed, and a URL may hold a password.
 */
final class StrayUrl {
  private static final String URL_OPTION = "--url";
  private static final Pattern WITH_TEXT = Pattern.compile("--url=|--message=|-m.");

  private static final Pattern URL =
      Pattern.compile(
          "(?is)(?:-[^=]*=)?(?:.*://.*|jdbc:(?:sqlite|postgres(?:ql)?):.*"
              + "|postgres(?:ql)?(?:\\+\\w+)?:.*@.*)");

  private StrayUrl() {}

  /** Why the arguments are refused; empty if no URL stands where it does not belong. */
  static Optional<String> refusal(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      boolean expected =
          WITH_TEXT.matcher(arguments.get(i)).lookingAt()
              || (i > 0 && isText(arguments.get(i - 1)));
      if (!expected && URL.matcher(arguments.get(i)).matches()) {
        return Optional.of(
            "The URL of a database stands where none is expected, in argument %d. Write it behind --url."
                .formatted(i + 1));
      }
    }
    return Optional.empty();
  }

  // A revision's message may be about anything.
  private static boolean isText(String option) {
    return List.of(URL_OPTION, "-m", "--message").contains(option);
  }
}
