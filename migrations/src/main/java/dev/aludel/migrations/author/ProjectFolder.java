package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.script.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a project that keeps its revisions with Aludel. */
public final class ProjectFolder {
  private static final String SETTINGS = "aludel.properties";
  private static final String REVISIONS = "revisions";
  private static final String SCHEMA = "schema";

  private ProjectFolder() {}

  /**
   * Makes the settings file, a folder for revisions with a template for them, and a folder for the
   * desired schema. The folder itself may be there, with other things in it. All of it is made or
   * nothing.
   *
   * @return what was made, in order of path
   * @throws AuthorException if one of these is there already, or cannot be made
   */
  public static List<Path> create(Path folder, ProjectTemplate template) {
    refuseTaken(folder);
    Path settings = folder.resolve(SETTINGS);
    Path revisions = folder.resolve(REVISIONS);
    Path scriptTemplate = revisions.resolve(ScriptTemplate.FILE_NAME);
    Path schema = folder.resolve(SCHEMA);
    try (NewFiles files = new NewFiles()) {
      files.folder(revisions);
      files.folder(schema);
      files.file(scriptTemplate, template.scriptTemplate());
      files.file(settings, ScriptTemplate.ofResource(SETTINGS).text());
      files.keep();
    } catch (IOException e) {
      throw new AuthorException(
          "Cannot make a project in %s: %s. Name another folder; nothing was changed."
              .formatted(folder, FileProblem.withFile(e)),
          e);
    }
    return List.of(settings, revisions, scriptTemplate, schema);
  }

  private static void refuseTaken(Path folder) {
    List<String> taken =
        Stream.of(SETTINGS, REVISIONS, SCHEMA)
            .filter(name -> NewFiles.isTaken(folder.resolve(name)))
            .toList();
    if (!taken.isEmpty()) {
      throw new AuthorException(
          "Cannot make a project in %s: it has %s already. Name another folder; nothing was changed."
              .formatted(folder, Listing.and(taken)));
    }
  }
}
