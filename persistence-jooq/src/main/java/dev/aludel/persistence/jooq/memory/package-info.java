/**
 * The repositories of what an agent remembers. Start at {@code MemoryRepositories}, which the
 * storage makes them with; everything else is written with the generated tables.
 */
@NullMarked
package dev.aludel.persistence.jooq.memory;

import org.jspecify.annotations.NullMarked;
