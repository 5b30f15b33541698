package dev.aludel.migrations.revision;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How people point at revisions, in Alembic's language: {@code [BRANCH@]ANCHOR[+N|-N]} or {@code
 * [BRANCH@]+N}, {@code [BRANCH@]-N}. Only the form is judged here; {@link TargetResolver} finds out
 * what is meant.
 *
 * @param text the target as it was typed
 * @param branchName a label, an id or a prefix of one, or null when the target names no branch
 * @param anchor where counting starts
 * @param name what an anchor of kind {@link Anchor#NAME} is called; empty for the others
 * @param steps how many children up, or, when negative, how many parents down from the anchor
 */
public record Target(
    String text, @Nullable String branchName, Anchor anchor, String name, int steps) {
  private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";

  // The shortest name that leaves a count: of a-1-2 that is a-1.
  private static final Pattern FORM =
      Pattern.compile("(?:(%1$s)@)?(%1$s?)??([+-][0-9]+)?".formatted(WORD));
  private static final int LONGEST_COUNT = 9;

  /** Where a target starts. */
  public enum Anchor {
    /** Where we stand: the rows of the database, or the other end of a range. */
    HERE,
    /** The rows of the database. */
    CURRENT,
    /** The one head. */
    HEAD,
    /** All heads. */
    HEADS,
    /** Before the first revision. */
    BASE,
    /** A revision with that id, a prefix of it, or that label. */
    NAME
  }

  private static final Map<String, Anchor> WORDS =
      Map.of(
          "current", Anchor.CURRENT,
          "head", Anchor.HEAD,
          "heads", Anchor.HEADS,
          "base", Anchor.BASE);

  public Target {
    requireNonNull(text, "text");
    requireNonNull(anchor, "anchor");
    requireNonNull(name, "name");
  }

  /**
   * The target that this text is.
   *
   * @throws TargetException when it has not the form of one
   */
  public static Target parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw malformed(text);
    }
    String word = matcher.group(2);
    int steps = steps(matcher.group(3));
    if (word == null && steps == 0) {
      throw malformed(text);
    }
    Anchor anchor = word == null ? Anchor.HERE : WORDS.getOrDefault(word, Anchor.NAME);
    return new Target(
        text, matcher.group(1), anchor, anchor == Anchor.NAME && word != null ? word : "", steps);
  }

  /**
   * The same text without a count: an id may end as a count does. Empty where there is none, and
   * where no id ends so.
   */
  Optional<Target> uncounted() {
    String all = text.substring(text.indexOf('@') + 1);
    return all.equals(name) || !RevisionId.isName(all)
        ? Optional.empty()
        : Optional.of(new Target(text, branchName, Anchor.NAME, all, 0));
  }

  /** The branch within which the target lies; empty when it names none. */
  public Optional<String> branch() {
    return Optional.ofNullable(branchName);
  }

  /** Whether it is a count alone, from wherever we stand. */
  public boolean isBareCount() {
    return anchor == Anchor.HERE;
  }

  /** Whether what is meant depends on the rows of the database. */
  public boolean needsRows() {
    return anchor == Anchor.HERE || anchor == Anchor.CURRENT;
  }

  /** The same target within this branch, as one would type it. */
  String within(String branch) {
    return branch + "@" + text.substring(text.indexOf('@') + 1);
  }

  // A count of more digits than any graph has revisions is simply too far.
  private static int steps(@Nullable String signed) {
    if (signed == null) {
      return 0;
    }
    String digits = signed.substring(1).replaceFirst("^0+(?=.)", "");
    int count = digits.length() > LONGEST_COUNT ? Integer.MAX_VALUE : Integer.parseInt(digits);
    return signed.charAt(0) == '-' ? -count : count;
  }

  private static TargetException malformed(String text) {
    String reason =
        text.contains(":")
            ? "\"%s\" is a range of revisions, and one target is needed here."
            : "\"%s\" is no way to name a revision. Write an id, the beginning of one, a label, head, heads, base or current, each with BRANCH@ before it and +N or -N after it if need be; or +N or -N alone.";
    return TargetException.illFormed(text, reason.formatted(text));
  }
}
