/**
 * Running a plan against a database: version table, journal, results and the listener. Start at
 * {@code OnlineRunner}; {@code OfflineRunner} writes the same as SQL for others to run.
 */
@NullMarked
package dev.aludel.migrations.run;

import org.jspecify.annotations.NullMarked;
