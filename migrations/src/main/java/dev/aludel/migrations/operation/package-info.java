/**
 * One record for each change to a table. Pure: no database, no files. Start at {@code TableChange}.
 */
@NullMarked
package dev.aludel.migrations.operation;

import org.jspecify.annotations.NullMarked;
