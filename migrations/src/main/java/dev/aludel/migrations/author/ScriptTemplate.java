package dev.aludel.migrations.author;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.file.RegularFile;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.script.FileProblem;
import dev.aludel.migrations.script.RevisionScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text of scripts that are not written yet. Placeholders: {@code ${revision}}, {@code
 * ${revises}} ({@code base} for a root), {@code ${branch}}, {@code ${depends_on}}, {@code
 * ${created}}, {@code ${message}}. A directive ({@code --@ ...}) whose placeholder has no value
 * vanishes with its line.
 *
 * @param name what messages call it
 */
record ScriptTemplate(String name, String text) {
  /** What a script location's own template for its new revisions is called. */
  static final String FILE_NAME = "revision.sql.template";

  /** What its template for merges is called. */
  static final String MERGE_FILE_NAME = "merge.sql.template";

  static ScriptTemplate ofFile(Path file) {
    try {
      return new ScriptTemplate(file.toString(), RegularFile.text(file));
    } catch (IOException e) {
      throw new AuthorException(
          "Cannot read the template %s: %s. Name a text file in UTF-8; nothing was written."
              .formatted(file, FileProblem.of(e)),
          e);
    }
  }

  /** One of ours. */
  static ScriptTemplate ofResource(String resource) {
    try (InputStream bytes = ScriptTemplate.class.getResourceAsStream(resource)) {
      return new ScriptTemplate(
          resource,
          new String(requireNonNull(bytes, resource).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " is part of the jar", e);
    }
  }

  /**
   * The script of this revision, read back from the text that it would have.
   *
   * @throws AuthorException if no script that says the same comes out of this template
   */
  ScriptDraft fill(Revision wanted, Path file) {
    String filled = fill(wanted);
    ScriptDraft draft = new ScriptDraft(file, filled, readBack(file, filled));
    refuseOther("revision", wanted.id(), draft.revision().id());
    refuseOther("revises", revises(wanted), revises(draft.revision()));
    refuseOther("branch", list(wanted.labels()), list(draft.revision().labels()));
    refuseOther("depends_on", list(wanted.dependencies()), list(draft.revision().dependencies()));
    return draft;
  }

  private String fill(Revision wanted) {
    Placeholders placeholders =
        new Placeholders(
            Map.of(
                "revision", wanted.id().value(),
                "revises", revises(wanted),
                "branch", list(wanted.labels()),
                "depends_on", list(wanted.dependencies()),
                "created", wanted.created().map(Instant::toString).orElse(""),
                "message", wanted.message()));
    return text.lines()
            .filter(line -> !line.startsWith("--@") || !placeholders.lacksAValue(line))
            .map(line -> placeholders.fill(line, unknown -> unknown(unknown, placeholders)))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private AuthorException unknown(String placeholder, Placeholders placeholders) {
    return new AuthorException(
        "The template %s has the placeholder ${%s}, which is not known. Known are: %s. Nothing was written."
            .formatted(name, placeholder, placeholders.names()));
  }

  private Revision readBack(Path file, String filled) {
    try {
      RevisionScript script = RevisionScript.read(file, filled);
      script.body();
      return script.revision();
    } catch (MigrationException e) {
      throw new AuthorException(
          "The template %s makes no revision script. %s Nothing was written."
              .formatted(name, e.getMessage()),
          e);
    }
  }

  private void refuseOther(String placeholder, Object wanted, Object written) {
    if (!wanted.equals(written)) {
      throw new AuthorException(
          "The template %s writes \"%s\" where \"%s\" was asked for: its line \"--@ %s\" needs ${%s}. Nothing was written."
              .formatted(name, written, wanted, placeholder.replace('_', '-'), placeholder));
    }
  }

  private static String revises(Revision revision) {
    return revision.parents().isEmpty() ? "base" : list(revision.parents());
  }

  private static String list(Collection<?> names) {
    return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
