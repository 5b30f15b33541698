/**
 * From a graph, the rows of the version table and a target to the steps to run. Pure: no database,
 * no files. Start at {@code Planner}.
 */
@NullMarked
package dev.aludel.migrations.plan;

import org.jspecify.annotations.NullMarked;
