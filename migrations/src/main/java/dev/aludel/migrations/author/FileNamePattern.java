package dev.aludel.migrations.author;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Revision;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * How the files of new revisions are called. Placeholders: {@code ${revision}}, {@code ${slug}}
 * (the message in small letters, digits and {@code _}, at most 40 characters), and the time of
 * writing in UTC as {@code ${date}} ({@code yyyymmdd}), {@code ${time}} ({@code HHmmss}), {@code
 * ${year}}, {@code ${month}}, {@code ${day}}, {@code ${hour}}, {@code ${minute}} and {@code
 * ${second}}. A separator that an empty slug leaves at the end of the name goes with it.
 *
 * @param text ends in {@code .sql}
 */
public record FileNamePattern(String text) {

  /** {@code yyyymmdd_<revision>_<slug>.sql}. */
  public static final FileNamePattern DEFAULT =
      new FileNamePattern("${date}_${revision}_${slug}.sql");

  private static final String SUFFIX = ".sql";
  private static final int LONGEST_SLUG = 40;

  /**
   * Refuses what would make no script.
   *
   * @throws AuthorException if it does not end in {@code .sql}, or leads into another folder, or
   *     would give two revisions one name
   */
  public FileNamePattern {
    requireNonNull(text, "text");
    if (!text.endsWith(SUFFIX)) {
      throw refusal(text, "only files that end in .sql are revision scripts. Let it end so.");
    }
    if (text.contains("/") || text.contains("\\")) {
      throw refusal(
          text, "it leads into another folder. Name that with --version-path, and here the file.");
    }
    if (!text.contains("${revision}")) {
      throw refusal(text, "two revisions could get one name. Let it contain ${revision}.");
    }
  }

  String fill(Revision revision, Instant time) {
    Placeholders placeholders = placeholders(revision, time);
    String name =
        placeholders.fill(
            text.substring(0, text.length() - SUFFIX.length()),
            unknown ->
                refusal(
                    text,
                    "there is no ${%s}. Known are: %s.".formatted(unknown, placeholders.names())));
    return name.replaceFirst("[_-]+$", "") + SUFFIX;
  }

  private static Placeholders placeholders(Revision revision, Instant time) {
    return new Placeholders(
        Map.of(
            "revision", revision.id().value(),
            "slug", slug(revision.message()),
            "date", in("yyyyMMdd", time),
            "time", in("HHmmss", time),
            "year", in("yyyy", time),
            "month", in("MM", time),
            "day", in("dd", time),
            "hour", in("HH", time),
            "minute", in("mm", time),
            "second", in("ss", time)));
  }

  private static String in(String form, Instant time) {
    return DateTimeFormatter.ofPattern(form, Locale.ROOT).withZone(ZoneOffset.UTC).format(time);
  }

  // ASCII alone: in a plain POSIX locale Java can name no other file.
  private static String slug(String message) {
    String words =
        Normalizer.normalize(message, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT) // makes two letters of those that have no single one
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    if (words.length() <= LONGEST_SLUG) {
      return words;
    }
    int end = words.lastIndexOf('_', LONGEST_SLUG);
    return words.substring(0, end > 0 ? end : LONGEST_SLUG);
  }

  private static AuthorException refusal(String text, String reason) {
    return new AuthorException(
        "\"%s\" is no pattern for the names of revision scripts: %s".formatted(text, reason));
  }
}
