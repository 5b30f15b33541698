/**
 * The storage adapter for SQLite and PostgreSQL: provider, connections, transactions, error
 * translation. Start at {@code JooqStorageProvider}, the one public type.
 */
@NullMarked
package dev.aludel.persistence.jooq;

import org.jspecify.annotations.NullMarked;
