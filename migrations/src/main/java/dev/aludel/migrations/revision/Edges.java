package dev.aludel.migrations.revision;

import java.util.List;

/**
 * One kind of edge, in one direction. Every walk through the graph asks here, so that a test can
 * count what a walk costs.
 */
@FunctionalInterface
interface Edges {
  /** The revisions one edge away, each once, in the order in which a walk takes them. */
  List<RevisionId> of(RevisionId id);
}
