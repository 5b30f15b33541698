/**
 * Revisions and the graph they form: ids, parents, labels, dependencies, and the names by which
 * people point into the graph. Pure: no database, no files. Start at {@code RevisionGraph}.
 */
@NullMarked
package dev.aludel.migrations.revision;

import org.jspecify.annotations.NullMarked;
