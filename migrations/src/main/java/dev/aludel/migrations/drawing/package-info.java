/** The graph of revisions as text for people. Pure: no database, no files. */
@NullMarked
package dev.aludel.migrations.drawing;

import org.jspecify.annotations.NullMarked;
