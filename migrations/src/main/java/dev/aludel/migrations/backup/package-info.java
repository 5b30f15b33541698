/**
 * Copies of a SQLite file that are made before it is changed: when there is one, what it is called,
 * and how it comes to be whole or not at all. Who holds the database meanwhile is the runners'
 * concern. Start at {@code FileBackup}.
 */
@NullMarked
package dev.aludel.migrations.backup;

import org.jspecify.annotations.NullMarked;
