package dev.aludel.migrations.revision;

import static java.util.Objects.requireNonNull;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revisions that targets mean, from where one database stands. Where Alembic takes the
 * first of several with a warning, this refuses and names the forms that are clear. Pure: equal
 * input gives equal output.
 */
public final class TargetResolver {
  private static final int SHORTEST_ABBREVIATED = 4;

  private final RevisionGraph graph;
  private final VersionRows rows;
  private final Intent intent;

  /**
   * @param graph the revisions that can be meant
   * @param rows where {@code current} and bare counts start
   * @param intent what the targets are wanted for
   */
  public TargetResolver(RevisionGraph graph, VersionRows rows, Intent intent) {
    this.graph = requireNonNull(graph, "graph");
    this.rows = requireNonNull(rows, "rows");
    this.intent = requireNonNull(intent, "intent");
  }

  /**
   * What the target means.
   *
   * @throws TargetException when it means nothing, or more than one thing, or leads out of the
   *     graph
   * @throws UnknownRowsException when it counts from rows that no script knows
   */
  public Resolution resolve(Target target) {
    Optional<Target> whole = target.uncounted().filter(other -> !named(other.name()).isEmpty());
    return whole.isPresent() ? clear(target, whole.get()) : meaning(target);
  }

  // What ends as a count does may be an id, or the beginning of one: nobody guesses which is meant.
  private Resolution clear(Target counted, Target whole) {
    if (exact(whole.name()).isPresent() && countsFromAbbreviation(counted)) {
      return meaning(whole);
    }
    Resolution byCount;
    try {
      byCount = meaning(counted);
    } catch (TargetException e) {
      return meaning(whole);
    }
    NavigableSet<RevisionId> ids = named(whole.name());
    if (byCount.revisions().equals(ids)) {
      return byCount;
    }
    throw readTwice(counted, whole.name(), byCount, ids);
  }

  // A whole id is meant, and not what begins like some other and ends like a count.
  private boolean countsFromAbbreviation(Target counted) {
    return !counted.name().isEmpty() && exact(counted.name()).isEmpty();
  }

  private TargetException readTwice(
      Target counted, String name, Resolution byCount, NavigableSet<RevisionId> ids) {
    int count = name.lastIndexOf('-');
    String other = byCount.isBase() ? "base" : Listing.and(byCount.revisions());
    return intent.refuse(
        counted.text(),
        "it can be read in two ways: as %s, and as %s from %s on, which is %s. Write %s for the first, \"%s\" for the second."
            .formatted(
                asIds(name, ids),
                name.substring(count),
                name.substring(0, count),
                other,
                unmistakable(counted, ids),
                other),
        ids);
  }

  private static String asIds(String name, NavigableSet<RevisionId> ids) {
    return ids.first().value().equals(name)
        ? "the id " + name
        : "the beginning of " + Listing.and(ids);
  }

  private static String unmistakable(Target counted, NavigableSet<RevisionId> ids) {
    return counted.text().endsWith(ids.first().value())
        ? "\"" + counted.text() + "+0\""
        : Listing.or(ids.stream().map(id -> "\"" + id + "\"").toList());
  }

  private Resolution meaning(Target target) {
    Branch branch = branch(target);
    NavigableSet<RevisionId> anchor = anchor(target, branch);
    if (target.steps() == 0) {
      return new Resolution(anchor, branch.revision());
    }
    if (anchor.size() > 1) {
      throw countsFromSeveral(target, anchor);
    }
    Optional<RevisionId> start = anchor.stream().findFirst();
    Optional<RevisionId> end = new StepWalk(graph, branch, intent, target).from(start);
    return new Resolution(
        new TreeSet<>(end.stream().toList()), impliedBranch(target, branch, start.orElse(null)));
  }

  // A count down from a row stays on that row's own branch, also where it ends at a branch point.
  private static @Nullable RevisionId impliedBranch(
      Target target, Branch branch, @Nullable RevisionId start) {
    return branch.isWhole() && target.needsRows() && target.steps() < 0 ? start : branch.revision();
  }

  private TargetException countsFromSeveral(Target target, NavigableSet<RevisionId> starts) {
    Candidates candidates = new Candidates(graph, starts);
    return intent.refuse(
        target.text(),
        "it would count from %d revisions, %s. Say from which: %s."
            .formatted(starts.size(), candidates.described(), candidates.commands(intent, target)),
        starts);
  }

  private Branch branch(Target target) {
    return target
        .branch()
        .map(name -> Branch.of(graph, name, branchRevision(target, name)))
        .orElseGet(() -> Branch.whole(graph));
  }

  private RevisionId branchRevision(Target target, String name) {
    NavigableSet<RevisionId> found = named(name);
    if (found.isEmpty()) {
      throw intent.refuse(
          target.text(),
          "there is no branch %s. In front of the @ stands a label, an id or the beginning of one."
              .formatted(name));
    }
    return onlyOne(target, name, found, "");
  }

  private NavigableSet<RevisionId> anchor(Target target, Branch branch) {
    return switch (target.anchor()) {
      case HEADS -> branch.isWhole() ? graph.realHeads() : branch.of(graph.heads());
      case HEAD -> head(target, branch);
      case BASE -> new TreeSet<>();
      case HERE, CURRENT -> here(target, branch);
      case NAME -> new TreeSet<>(Set.of(revision(target, branch)));
    };
  }

  private NavigableSet<RevisionId> head(Target target, Branch branch) {
    NavigableSet<RevisionId> heads = branch.of(graph.heads());
    if (heads.size() > 1) {
      Candidates candidates = new Candidates(graph, heads);
      throw intent.refuse(
          target.text(),
          "there are %d heads%s, %s. %s"
              .formatted(
                  heads.size(),
                  branch.place(),
                  candidates.described(),
                  headRemedy(target, candidates)),
          heads);
    }
    return heads;
  }

  private String headRemedy(Target target, Candidates candidates) {
    String one = candidates.firstCommand(intent, target);
    if (intent == Intent.DOWNGRADE || target.steps() != 0) {
      return "Name one (%s).".formatted(one);
    }
    String all = intent.command(target.text() + "s");
    if (intent == Intent.LOOK_UP) {
      return "Name one (%s) or take all (%s).".formatted(one, all);
    }
    String ids = String.join(" ", candidates.ids().stream().map(RevisionId::value).toList());
    return "Name one (%s), take all (%s), or run \"merge %s\"."
        .formatted(one, all, candidates.ids().size() > 10 ? "heads" : ids);
  }

  /** The rows, or, where the branch has none, the last of it that the rows imply. */
  private NavigableSet<RevisionId> here(Target target, Branch branch) {
    if (target.steps() != 0) {
      rows.requireKnown(intent);
    }
    NavigableSet<RevisionId> within = branch.of(rows.known());
    return within.isEmpty() && !branch.isWhole()
        ? graph.tops(branch.of(rows.applied(graph)))
        : within;
  }

  private RevisionId revision(Target target, Branch branch) {
    NavigableSet<RevisionId> anywhere = named(target.name());
    if (anywhere.isEmpty()) {
      throw intent.refuse(
          target.text(),
          "no revision has the id or the label %s, and no id begins with it. See \"history\" for those that are there."
              .formatted(target.name()));
    }
    NavigableSet<RevisionId> within = branch.of(anywhere);
    if (within.isEmpty()) {
      throw intent.refuse(
          target.text(),
          "%s is not%s. Leave out \"%s@\" to mean it all the same."
              .formatted(target.name(), branch.place(), target.branch().orElse("")));
    }
    return onlyOne(target, target.name(), within, branch.place());
  }

  /** The revision with this id, or else this label, or else those whose long ids begin so. */
  private NavigableSet<RevisionId> named(String name) {
    if (!RevisionId.isName(name)) {
      return new TreeSet<>();
    }
    return exact(name)
        .<NavigableSet<RevisionId>>map(id -> new TreeSet<>(Set.of(id)))
        .orElseGet(() -> beginningWith(name));
  }

  private Optional<RevisionId> exact(String name) {
    return graph.find(RevisionId.of(name)).map(Revision::id).or(() -> graph.labelled(name));
  }

  private NavigableSet<RevisionId> beginningWith(String prefix) {
    NavigableSet<RevisionId> found = new TreeSet<>(graph.ids());
    found.removeIf(
        id -> id.value().length() < SHORTEST_ABBREVIATED || !id.value().startsWith(prefix));
    return found;
  }

  private RevisionId onlyOne(
      Target target, String name, NavigableSet<RevisionId> found, String place) {
    if (found.size() > 1) {
      throw intent.refuse(
          target.text(),
          "%d revisions%s begin with %s: %s. Write more of the id."
              .formatted(found.size(), place, name, Listing.and(found)),
          found);
    }
    return found.first();
  }
}
