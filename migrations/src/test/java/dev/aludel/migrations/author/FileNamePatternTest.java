package dev.aludel.migrations.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNamePatternTest {
  private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

  private static String name(FileNamePattern pattern, String message) {
    return pattern.fill(
        new Revision(RevisionId.of("a1"), List.of(), Set.of(), List.of(), null, message, ""), TIME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Add users | add_users",
        "Add users' names, e-mails! | add_users_names_e_mails",
        "Größe, Ångström, ﬁne | grosse_angstrom_fine",
        "../../etc/passwd | etc_passwd",
        "one two three four five six seven eight nine ten | one_two_three_four_five_six_seven_eight",
        "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij |"
            + " abcdefghijabcdefghijabcdefghijabcdefghij",
      })
  void fill_makesASlugOfTheMessage(String message, String slug) {
    assertThat(name(FileNamePattern.DEFAULT, message)).isEqualTo("20260304_a1_" + slug + ".sql");
  }

  @Test
  void fill_leavesNoSeparator_whenNothingIsLeftOfTheMessage() {
    assertThat(name(FileNamePattern.DEFAULT, "用户")).isEqualTo("20260304_a1.sql");
  }

  @Test
  void fill_knowsEveryPartOfTheTime() {
    assertThat(
            name(
                new FileNamePattern(
                    "${year}-${month}-${day} ${hour}.${minute}.${second} ${date}${time} ${revision}.sql"),
                ""))
        .isEqualTo("2026-03-04 05.06.07 20260304050607 a1.sql");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${revision}.txt | only files that end in .sql are revision scripts. Let it end so.",
        "a/${revision}.sql | it leads into another folder. Name that with --version-path, and here the file.",
        "${date}.sql | two revisions could get one name. Let it contain ${revision}.",
      })
  void pattern_isRefused_whenItMakesNoScript(String text, String reason) {
    assertThatThrownBy(() -> new FileNamePattern(text))
        .isInstanceOf(AuthorException.class)
        .hasMessage("\"%s\" is no pattern for the names of revision scripts: %s", text, reason);
  }

  @Test
  void fill_isRefused_whenAPlaceholderIsUnknown() {
    FileNamePattern pattern = new FileNamePattern("${revision}_${rev}.sql");

    assertThatThrownBy(() -> name(pattern, ""))
        .isInstanceOf(AuthorException.class)
        .hasMessage(
            "\"${revision}_${rev}.sql\" is no pattern for the names of revision scripts: there is"
                + " no ${rev}. Known are: ${date}, ${day}, ${hour}, ${minute}, ${month},"
                + " ${revision}, ${second}, ${slug}, ${time}, ${year}.");
  }
}
