package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

/**
 * A document that relationships lead to.
 *
 * @param id the document
 * @param distance the fewest relationships between it and where the search began; 1 or more
 */
public record Neighbour(Document.Id id, int distance) {

  /** Checks that both are there. */
  public Neighbour {
    requireNonNull(id, "id");
    if (distance < 1) {
      throw new IllegalArgumentException(
          "The distance of a neighbour is 1 or more, not " + distance + ".");
    }
  }
}
