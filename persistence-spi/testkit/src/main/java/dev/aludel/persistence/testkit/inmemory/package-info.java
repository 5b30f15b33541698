/**
 * The reference adapter: a storage in memory, for the tests of applications and of the kit itself.
 * It isolates, rolls back and refuses as a database does, but finds by looking at every row. Start
 * at {@code InMemoryStorageProvider}; a repository begins with {@code TableRepository}.
 */
@NullMarked
package dev.aludel.persistence.testkit.inmemory;

import org.jspecify.annotations.NullMarked;
