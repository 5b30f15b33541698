/**
 * Tables as portable SQL describes them: columns, types, constraints. Pure: no database, no files.
 * Start at {@code Column} and {@code Constraint}.
 */
@NullMarked
package dev.aludel.migrations.schema;

import org.jspecify.annotations.NullMarked;
