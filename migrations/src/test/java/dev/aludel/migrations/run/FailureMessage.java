package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of a revision that failed, in its parts.
 *
 * @param place file, line and column of the statement; none where no statement of the script is at
 *     work
 * @param statement what failed; there is one where there is a place
 */
record FailureMessage(
    String revision,
    Optional<String> place,
    String words,
    Optional<String> statement,
    String state,
    String advice) {
  private static final Pattern PARTS =
      Pattern.compile(
          "Upgrade to (?<revision>\\w+) failed(?<occasion>[^:]*?)"
              + "( at (?<place>\\w+\\.sql:\\d+:\\d+)( begins| has run)?)?: "
              + "(the database says|the connection was lost,) \"(?<words>.+)\"(, at each of \\d+ tries)?\\."
              + "(\n  Statement: (?<statement>.+))?"
              + "\n  (?<state>The database is .+?\\.|It took effect .+?\\.)"
              + " (?<advice>[^.]+, and run again\\.|[^.]*[Rr]un again [^.]+\\.)");

  /** A message without one of its parts fails the test. */
  static FailureMessage of(String said) {
    Matcher matcher = PARTS.matcher(said);
    assertThat(matcher.matches()).as(said).isTrue();
    Optional<String> place = Optional.ofNullable(matcher.group("place"));
    Optional<String> statement = Optional.ofNullable(matcher.group("statement"));
    assertThat(statement.isPresent()).as(said).isEqualTo(place.isPresent());
    assertThat(place.isPresent() || isOfNoStatement(matcher.group("occasion"))).as(said).isTrue();
    return new FailureMessage(
        matcher.group("revision"),
        place,
        matcher.group("words"),
        statement,
        matcher.group("state"),
        matcher.group("advice"));
  }

  private static boolean isOfNoStatement(String occasion) {
    return occasion.matches(
        " (before its first statement|when its version row and its journal row were written|when it"
            + " was committed|when it looked whether the run still has its lock"
            + "|when the session was put back as it was before)");
  }
}
