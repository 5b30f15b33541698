package dev.aludel.migrations.author;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionGraphException;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.FileProblem;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes new revision scripts. Each call reads all scripts anew, so that it knows what earlier
 * calls wrote. A script is written only after the graph with it, as it was read back from the text,
 * has proved whole; it never takes the place of a file; it is there whole or not at all.
 * Thread-safe as far as the file system is.
 */
public final class RevisionWriter {
  private static final long TWELVE_DIGITS = 1L << 48;

  private final List<ScriptLocation> locations;
  private final Supplier<Set<String>> rows;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param locations where all scripts are
   * @param rows the rows of the version table; asked for only when a target counts from them
   * @param clock the time that scripts say they were created at, and their files' names
   */
  public RevisionWriter(
      Collection<ScriptLocation> locations, Supplier<Set<String>> rows, Clock clock) {
    this.locations = List.copyOf(locations);
    this.rows = requireNonNull(rows, "rows");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Writes the script of a revision that follows the one head, or what the request names instead;
   * {@code base} makes a root.
   *
   * @throws dev.aludel.migrations.revision.TargetException if a target is not clear, leads nowhere,
   *     or may not be followed
   * @throws AuthorException if the script cannot be written, or would break the graph
   */
  public WrittenRevision write(NewRevision request) {
    ScriptDirectory scripts = ScriptDirectory.read(locations);
    Set<RevisionId> parents =
        new Ancestry(scripts.graph(), rows).parents(request.heads(), request.splice());
    ScriptDraft draft =
        draft(scripts, request, parents, request.message(), ScriptTemplate.FILE_NAME);
    write(draft);
    return new WrittenRevision(draft.revision(), draft.file(), List.of());
  }

  /**
   * Writes the script of a revision that joins the heads that the request names, or else all on
   * which nothing depends, as {@code heads} means everywhere. Without a message it says what it
   * merges. Whether it may splice does not count.
   *
   * @return with the tables that several of the merged branches touch
   * @throws dev.aludel.migrations.revision.TargetException if a target is not clear, leads nowhere
   *     or is no head, or if fewer than two revisions are meant
   * @throws AuthorException if the script cannot be written, or would break the graph
   * @throws dev.aludel.migrations.script.ScriptException if a script on a merged branch is not
   *     right
   */
  public WrittenRevision merge(NewRevision request) {
    ScriptDirectory scripts = ScriptDirectory.read(locations);
    Set<RevisionId> merged = new Ancestry(scripts.graph(), rows).merged(request.heads());
    String message =
        request.message().isBlank() ? "Merge " + Listing.and(merged) : request.message();
    ScriptDraft draft = draft(scripts, request, merged, message, ScriptTemplate.MERGE_FILE_NAME);
    List<SharedTable> shared = new MergeReview(scripts, merged).sharedTables();
    write(draft);
    return new WrittenRevision(draft.revision(), draft.file(), shared);
  }

  private ScriptDraft draft(
      ScriptDirectory scripts,
      NewRevision request,
      Set<RevisionId> parents,
      String message,
      String templateName) {
    Destination destination = Destination.of(scripts, request.folder(), parents);
    ScriptTemplate template =
        request
            .template()
            .or(() -> destination.template(templateName))
            .map(ScriptTemplate::ofFile)
            .orElseGet(() -> ScriptTemplate.ofResource(templateName));
    Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Revision wanted =
        new Revision(
            request
                .id()
                .map(id -> unused(scripts.graph(), id))
                .orElseGet(() -> freshId(scripts.graph())),
            parents.stream().sorted().toList(),
            request.labels(),
            new Ancestry(scripts.graph(), rows).dependencies(request.dependencies()),
            created,
            oneLine(message),
            "the new revision");
    Path file = destination.file(request.fileName().fill(wanted, created));
    ScriptDraft draft = template.fill(wanted, file);
    refuseBrokenGraph(scripts.graph(), draft);
    return draft;
  }

  private static RevisionId unused(RevisionGraph graph, RevisionId id) {
    graph
        .find(id)
        .ifPresent(
            holder -> {
              throw new AuthorException(
                  "Cannot write a revision %s: %s has this id. Give it another with --rev-id; nothing was written."
                      .formatted(id, holder.source()));
            });
    return id;
  }

  private RevisionId freshId(RevisionGraph graph) {
    RevisionId id = RevisionId.of("%012x".formatted(random.nextLong(TWELVE_DIGITS)));
    return graph.find(id).isPresent() ? freshId(graph) : id;
  }

  // A message is one line of the header, whatever line breaks and control characters it has.
  private static String oneLine(String message) {
    return message.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  private static void refuseBrokenGraph(RevisionGraph graph, ScriptDraft draft) {
    List<Revision> all = new ArrayList<>(graph.revisions());
    all.add(draft.revision());
    try {
      RevisionGraph.of(all);
    } catch (RevisionGraphException e) {
      throw new AuthorException(
          "Cannot write %s: with it, the revisions would form no graph. %s Nothing was written."
              .formatted(draft.file(), String.join(" ", e.problems())),
          e);
    }
  }

  private static void write(ScriptDraft draft) {
    try (NewFiles files = new NewFiles()) {
      Optional<Path> folder = Optional.ofNullable(draft.file().getParent());
      if (folder.isPresent()) {
        files.folder(folder.get());
      }
      files.file(draft.file(), draft.text());
      files.keep();
    } catch (IOException e) {
      throw new AuthorException(
          "Cannot write %s: %s. Nothing was written."
              .formatted(draft.file(), FileProblem.withFile(e)),
          e);
    }
  }
}
