/**
 * What a statement of SQL does, found by a shallow reading of its tokens: which objects it makes,
 * drops, renames and alters, of which tables it changes rows, and what it does to the session and
 * the transaction. Pure: no database, no files, and nothing that a text can exhaust. It reads what
 * a database would take; what it does not know is told as unknown and never guessed. Start at
 * {@code Effects}.
 */
@NullMarked
package dev.aludel.migrations.effect;

import org.jspecify.annotations.NullMarked;
