package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Listing;
import java.util.Arrays;
import java.util.List;

/** What a new project can begin with. */
public enum ProjectTemplate {
  /** Portable scripts. */
  DEFAULT(
      "default",
      ScriptTemplate.FILE_NAME,
      "Scripts in portable SQL, which Aludel translates for SQLite and for PostgreSQL."),
  /** Scripts with a section for each database. */
  SQLITE_POSTGRESQL(
      "sqlite-postgresql",
      "sqlite-postgresql.sql.template",
      "Scripts with a section of its own SQL for each, SQLite and PostgreSQL, passed on as it is.");

  private final String word;
  private final String resource;
  private final String description;

  ProjectTemplate(String word, String resource, String description) {
    this.word = word;
    this.resource = resource;
    this.description = description;
  }

  /**
   * The template of this name.
   *
   * @throws AuthorException if there is none
   */
  public static ProjectTemplate named(String name) {
    return Arrays.stream(values())
        .filter(template -> template.word.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AuthorException(
                    "There is no template \"%s\". Known are %s.".formatted(name, words())));
  }

  private static String words() {
    List<String> words = Arrays.stream(values()).map(ProjectTemplate::word).toList();
    return Listing.and(words);
  }

  /** Its name on the command line. */
  public String word() {
    return word;
  }

  /** A sentence on what one gets. */
  public String description() {
    return description;
  }

  String scriptTemplate() {
    return ScriptTemplate.ofResource(resource).text();
  }
}
