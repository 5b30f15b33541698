package dev.aludel.migrations.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All revisions that the scripts hold, joined by what they revise and what they depend on. It has
 * any number of roots, branches and merges, and no cycle. Immutable, and the same for the same
 * revisions in whatever order they were given. The words are Alembic's: a parent is what a revision
 * revises; a head has no child; a base has no parent.
 *
 * <p>Every set and list of ids is in the order of the ids unless another is named. No walk takes an
 * edge more than once in a direction.
 */
public final class RevisionGraph {
  private final CheckedRevisions checked;
  private final Links links;
  private final List<Revision> revisions;
  private final Map<RevisionId, NavigableSet<String>> labels;

  private RevisionGraph(CheckedRevisions checked) {
    this.checked = checked;
    this.links = checked.links();
    this.revisions = inOrder(checked.byId().keySet());
    this.labels = BranchLabels.spread(revisions, links);
  }

  /**
   * The graph that these revisions form; an empty one for none.
   *
   * @throws RevisionGraphException when they form none: it tells of everything that is wrong
   */
  public static RevisionGraph of(Collection<Revision> revisions) {
    return of(revisions, UnaryOperator.identity());
  }

  /** As {@link #of(Collection)}, with an observer of every edge that is visited, here and later. */
  static RevisionGraph of(Collection<Revision> revisions, UnaryOperator<Edges> observer) {
    return new RevisionGraph(GraphCheck.check(revisions, observer));
  }

  /** Every revision after its dependencies and parents; see {@link #inOrder}. */
  public List<Revision> revisions() {
    return revisions;
  }

  /** The ids of all revisions. */
  public Set<RevisionId> ids() {
    return Collections.unmodifiableSet(checked.byId().keySet());
  }

  /** The revision with exactly this id; empty when there is none. */
  public Optional<Revision> find(RevisionId id) {
    return Optional.ofNullable(checked.byId().get(id));
  }

  /**
   * The revision with exactly this id.
   *
   * @throws TargetException when there is none
   */
  public Revision get(RevisionId id) {
    return find(id)
        .orElseThrow(
            () -> Intent.LOOK_UP.refuse(id.value(), "no revision has this id.", List.of()));
  }

  /** The revision that this label was written on; empty when there is none. */
  public Optional<RevisionId> labelled(String label) {
    return Optional.ofNullable(checked.labels().get(label));
  }

  /**
   * The labels that count for the revision: its own, those of its ancestors, and those above it on
   * its branch. Several revisions share one label here; none shares one in {@link #labelled}.
   */
  public NavigableSet<String> labels(RevisionId id) {
    return Collections.unmodifiableNavigableSet(
        labels.getOrDefault(id, Collections.emptyNavigableSet()));
  }

  /** The revisions without a child. Another revision may depend on one of them. */
  public NavigableSet<RevisionId> heads() {
    return only(id -> links.children().of(id).isEmpty());
  }

  /** The heads on which nothing depends: the rows of a database in which all is applied. */
  public NavigableSet<RevisionId> realHeads() {
    return only(id -> links.successors().of(id).isEmpty());
  }

  /** The revisions without a parent. One of them may depend on another revision. */
  public NavigableSet<RevisionId> bases() {
    return only(id -> links.parents().of(id).isEmpty());
  }

  /** The revisions with more than one child. */
  public NavigableSet<RevisionId> branchPoints() {
    return only(id -> links.children().of(id).size() > 1);
  }

  /** The revisions with more than one parent. */
  public NavigableSet<RevisionId> mergePoints() {
    return only(id -> links.parents().of(id).size() > 1);
  }

  /** What the revision revises. */
  public List<RevisionId> parents(RevisionId id) {
    return links.parents().of(id);
  }

  /** What revises the revision. */
  public List<RevisionId> children(RevisionId id) {
    return links.children().of(id);
  }

  /** What the revision depends on, labels resolved. */
  public List<RevisionId> dependencies(RevisionId id) {
    return links.dependencies().of(id);
  }

  /** What depends on the revision. */
  public List<RevisionId> dependents(RevisionId id) {
    return links.dependents().of(id);
  }

  /** What must be applied just before the revision: its dependencies, then its parents. */
  public List<RevisionId> prerequisites(RevisionId id) {
    return links.prerequisites().of(id);
  }

  /** The given revisions and all that they descend from. */
  public NavigableSet<RevisionId> ancestors(Collection<RevisionId> ids, Dependencies dependencies) {
    return Traversal.reach(
        ids, dependencies == Dependencies.FOLLOWED ? links.prerequisites() : links.parents());
  }

  /** The given revisions and all that descend from them. */
  public NavigableSet<RevisionId> descendants(
      Collection<RevisionId> ids, Dependencies dependencies) {
    return Traversal.reach(
        ids, dependencies == Dependencies.FOLLOWED ? links.successors() : links.children());
  }

  /** The ancestors and the descendants of the given revisions, and these themselves. */
  public NavigableSet<RevisionId> lineage(Collection<RevisionId> ids, Dependencies dependencies) {
    NavigableSet<RevisionId> lineage = ancestors(ids, dependencies);
    lineage.addAll(descendants(ids, dependencies));
    return lineage;
  }

  /** Those of the given revisions that no other of them needs, directly or over others. */
  public NavigableSet<RevisionId> tops(Collection<RevisionId> ids) {
    List<RevisionId> needed =
        new TreeSet<>(ids).stream().flatMap(id -> prerequisites(id).stream()).toList();
    NavigableSet<RevisionId> tops = new TreeSet<>(ids);
    tops.removeAll(ancestors(needed, Dependencies.FOLLOWED));
    return tops;
  }

  /**
   * The given revisions in the order in which they are applied: depth first, dependencies before
   * parents, ties by id. Reverting takes the opposite order.
   */
  public List<Revision> inOrder(Collection<RevisionId> ids) {
    return Traversal.order(ids, links.prerequisites(), links.successors()).stream()
        .map(this::get)
        .toList();
  }

  private NavigableSet<RevisionId> only(Predicate<RevisionId> condition) {
    NavigableSet<RevisionId> ids = new TreeSet<>();
    checked.byId().keySet().stream().filter(condition).forEach(ids::add);
    return Collections.unmodifiableNavigableSet(ids);
  }
}
