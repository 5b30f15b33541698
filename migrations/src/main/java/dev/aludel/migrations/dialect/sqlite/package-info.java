/** What is SQLite's own. Start at {@code SqliteDialect}. */
@NullMarked
package dev.aludel.migrations.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
