/** The adapter in memory, held against the contracts. */
@NullMarked
package dev.aludel.persistence.testkit.inmemory;

import org.jspecify.annotations.NullMarked;
