/** Tests of how memories are stored. */
@NullMarked
package dev.aludel.persistence.jooq.memory;

import org.jspecify.annotations.NullMarked;
