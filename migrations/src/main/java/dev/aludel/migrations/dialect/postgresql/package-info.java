/** What is PostgreSQL's own. Start at {@code PostgresDialect}. */
@NullMarked
package dev.aludel.migrations.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
