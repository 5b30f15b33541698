/**
 * Where a database is and how it is opened: URLs in their two forms, and connections. Start at
 * {@code DatabaseUrl}.
 */
@NullMarked
package dev.aludel.migrations.database;

import org.jspecify.annotations.NullMarked;
