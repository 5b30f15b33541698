package dev.aludel.migrations.plan;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.Revision;

/**
 * One revision to run in one direction.
 *
 * @param direction whether it is applied or reverted
 * @param revision the revision to run
 * @param rows what happens to the version table with it
 */
public record Step(Direction direction, Revision revision, VersionChange rows) {

  public Step {
    requireNonNull(direction, "direction");
    requireNonNull(revision, "revision");
    requireNonNull(rows, "rows");
  }
}
