/**
 * The works of a migration engine: many revisions, nothing to do, planning, a large table. {@code
 * Tool} lists who does them; {@code RevisionSet} is what they apply.
 */
@NullMarked
package dev.aludel.benchmarks.migration;

import org.jspecify.annotations.NullMarked;
