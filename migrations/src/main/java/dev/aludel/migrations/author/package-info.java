/**
 * Writing revision scripts, and what stands around them: new revisions, merges, the folder of a new
 * project, and the templates for them. What is written is read back first, and checked against all
 * other revisions. Nothing here opens a database or runs a script. Start at {@code RevisionWriter}.
 */
@NullMarked
package dev.aludel.migrations.author;

import org.jspecify.annotations.NullMarked;
