package dev.aludel.migrations;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.VersionRows;
import dev.aludel.migrations.run.BranchPoint;
import dev.aludel.migrations.run.CurrentState;
import dev.aludel.migrations.run.CurrentState.CurrentRevision;
import dev.aludel.migrations.run.CurrentState.Position;
import dev.aludel.migrations.run.HistoryEntry;
import dev.aludel.migrations.run.HistoryEntry.Trait;
import dev.aludel.migrations.run.VersionTableContent;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What there is to tell of revisions.
 *
 * @param rows where the database is; none if it was not asked
 */
record Entries(RevisionGraph graph, VersionRows rows) {

  /** Entries that know nothing of the database. */
  static Entries of(RevisionGraph graph) {
    return of(graph, Set.of());
  }

  static Entries of(RevisionGraph graph, Collection<String> rows) {
    return new Entries(graph, VersionRows.of(graph, rows));
  }

  HistoryEntry entry(Revision revision) {
    RevisionId id = revision.id();
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (graph.children(id).isEmpty()) {
      traits.add(Trait.HEAD);
      if (!graph.dependents(id).isEmpty()) {
        traits.add(Trait.EFFECTIVE_HEAD);
      }
    }
    if (rows.known().contains(id)) {
      traits.add(Trait.CURRENT);
    }
    if (graph.children(id).size() > 1) {
      traits.add(Trait.BRANCH_POINT);
    }
    if (graph.parents(id).size() > 1) {
      traits.add(Trait.MERGE_POINT);
    }
    return new HistoryEntry(revision, graph.labels(id), traits);
  }

  List<HistoryEntry> entries(Collection<Revision> revisions) {
    return revisions.stream().map(this::entry).toList();
  }

  List<HistoryEntry> entriesOf(Collection<RevisionId> ids) {
    return entries(ids.stream().map(graph::get).toList());
  }

  BranchPoint branchPoint(Revision revision) {
    return new BranchPoint(entry(revision), entriesOf(graph.children(revision.id())));
  }

  CurrentState current(VersionTableContent content) {
    Set<RevisionId> missing = new TreeSet<>(graph.heads());
    missing.removeAll(rows.applied(graph));
    Set<RevisionId> implied = new TreeSet<>(graph.heads());
    implied.removeAll(missing);
    implied.removeAll(rows.known());
    return new CurrentState(
        content.rows().stream().map(this::currentRevision).toList(),
        entriesOf(implied),
        entriesOf(missing),
        content.kept(),
        content.problems());
  }

  private CurrentRevision currentRevision(String row) {
    Optional<Revision> revision =
        rows.known().stream().filter(id -> id.value().equals(row)).findFirst().map(graph::get);
    Position position =
        revision
            .map(known -> graph.heads().contains(known.id()) ? Position.HEAD : Position.BELOW_HEAD)
            .orElse(Position.UNKNOWN);
    return new CurrentRevision(row, revision.orElse(null), position);
  }
}
