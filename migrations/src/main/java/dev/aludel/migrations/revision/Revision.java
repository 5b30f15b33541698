package dev.aludel.migrations.revision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one script's header says: one step of the schema, and where it stands among the others. Its
 * references are names only; whether they lead anywhere is for {@link RevisionGraph} to tell.
 *
 * @param id unique in its graph
 * @param parents the revisions it revises, as written; empty for a base, several for a merge
 * @param labels the names it gives to its branch, sorted; under the same rule as ids
 * @param dependencies ids or labels of revisions that must be applied before it, as written
 * @param createdAt when the script was written, or null when it does not say
 * @param message what the revision is for, one line; may be empty
 * @param source the script's file name, for messages
 */
public record Revision(
    RevisionId id,
    List<RevisionId> parents,
    Set<String> labels,
    List<String> dependencies,
    @Nullable Instant createdAt,
    String message,
    String source) {

  /**
   * Copies the collections.
   *
   * @throws InvalidRevisionIdException when a label cannot be one
   */
  public Revision {
    requireNonNull(id, "id");
    parents = List.copyOf(parents);
    labels = Collections.unmodifiableNavigableSet(new TreeSet<>(labels));
    labels.forEach(Revision::requireLabel);
    dependencies = List.copyOf(dependencies);
    requireNonNull(message, "message");
    requireNonNull(source, "source");
  }

  /**
   * Refuses what cannot be a label.
   *
   * @throws InvalidRevisionIdException when it has not the form of one
   */
  public static void requireLabel(String label) {
    RevisionId.requireLabel(label);
  }

  /** When the script was written; empty when it does not say. */
  public Optional<Instant> created() {
    return Optional.ofNullable(createdAt);
  }
}
