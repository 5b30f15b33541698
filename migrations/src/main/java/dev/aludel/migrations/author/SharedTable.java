package dev.aludel.migrations.author;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Listing;
import dev.aludel.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table that several of the merged branches touch since they parted. None of these revisions
 * knows of those in the other branches, and either may run first.
 *
 * @param table its name in small letters, with its schema where that is not the usual one
 * @param revisions for each merged revision the revisions on its side that touch the table, in the
 *     order in which they are applied
 */
public record SharedTable(String table, SortedMap<RevisionId, List<RevisionId>> revisions) {
  public SharedTable {
    requireNonNull(table, "table");
    SortedMap<RevisionId, List<RevisionId>> copy = new TreeMap<>();
    revisions.forEach((head, touching) -> copy.put(head, List.copyOf(touching)));
    revisions = Collections.unmodifiableSortedMap(copy);
  }

  /** One line for people: the table, and who touches it in which branch. */
  public String explanation() {
    List<String> sides = new ArrayList<>();
    revisions.forEach(
        (head, touching) ->
            sides.add("in the branch of %s by %s".formatted(head, Listing.and(touching))));
    return "The table %s is touched %s. See whether the changes agree in either order."
        .formatted(table, Listing.and(sides));
  }
}
