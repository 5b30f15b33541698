package dev.aludel.migrations.author;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when a revision script is to be written. Nothing in it has been looked up yet.
 *
 * @param message what the revision is for; line breaks become blanks; may be empty
 * @param wantedId its id, or null: twelve random hexadecimal digits
 * @param heads targets that name its parents; none for the one head, or, for a merge, for all
 * @param splice whether its parents may have children already
 * @param labels the branch labels that it gets
 * @param dependencies targets that must be applied before it; a label stays a label
 * @param wantedFolder where the script goes, a folder in or below a script location, or null:
 *     beside the script of its first parent
 * @param wantedTemplate a template of the user, or null: the one of its script location, if there
 *     is one, and else ours
 * @param fileName the pattern of the script's file name
 */
public record NewRevision(
    String message,
    @Nullable RevisionId wantedId,
    List<String> heads,
    Splice splice,
    Set<String> labels,
    List<String> dependencies,
    @Nullable Path wantedFolder,
    @Nullable Path wantedTemplate,
    FileNamePattern fileName) {

  public NewRevision {
    requireNonNull(message, "message");
    heads = List.copyOf(heads);
    requireNonNull(splice, "splice");
    labels = Set.copyOf(labels);
    dependencies = List.copyOf(dependencies);
    requireNonNull(fileName, "fileName");
  }

  /** A request for a revision with this message, for the rest as it is by default. */
  public static Builder saying(String message) {
    return new Builder(message);
  }

  Optional<RevisionId> id() {
    return Optional.ofNullable(wantedId);
  }

  Optional<Path> folder() {
    return Optional.ofNullable(wantedFolder);
  }

  Optional<Path> template() {
    return Optional.ofNullable(wantedTemplate);
  }

  /** Collects what is asked for. */
  public static final class Builder {
    private final String message;
    private final Set<String> labels = new TreeSet<>();
    private @Nullable RevisionId id;
    private List<String> heads = List.of();
    private List<String> dependencies = List.of();
    private Splice splice = Splice.REFUSED;
    private @Nullable Path folder;
    private @Nullable Path template;
    private FileNamePattern fileName = FileNamePattern.DEFAULT;

    private Builder(String message) {
      this.message = requireNonNull(message, "message");
    }

    /**
     * The revision's id.
     *
     * @throws dev.aludel.migrations.revision.InvalidRevisionIdException if it can be none
     */
    public Builder id(String value) {
      this.id = RevisionId.forNewRevision(value);
      return this;
    }

    /** What it revises, or, for a merge, what it merges: targets of any form. */
    public Builder heads(List<String> targets) {
      this.heads = List.copyOf(targets);
      return this;
    }

    public Builder splice(Splice value) {
      this.splice = requireNonNull(value, "splice");
      return this;
    }

    public Builder label(String label) {
      Revision.requireLabel(requireNonNull(label, "label"));
      labels.add(label);
      return this;
    }

    /** What it depends on: targets of any form. */
    public Builder dependsOn(List<String> targets) {
      this.dependencies = List.copyOf(targets);
      return this;
    }

    /** Where the script goes: a folder in or below a script location; made if it is not there. */
    public Builder folder(Path value) {
      this.folder = requireNonNull(value, "folder");
      return this;
    }

    /** The user's own template, in place of every other. */
    public Builder template(Path file) {
      this.template = requireNonNull(file, "template");
      return this;
    }

    public Builder fileName(FileNamePattern pattern) {
      this.fileName = requireNonNull(pattern, "fileName");
      return this;
    }

    public NewRevision build() {
      return new NewRevision(
          message, id, heads, splice, labels, dependencies, folder, template, fileName);
    }
  }
}
