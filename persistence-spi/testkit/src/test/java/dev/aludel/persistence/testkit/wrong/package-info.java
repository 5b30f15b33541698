/**
 * Adapters that are wrong on purpose, each a mistake on the way to the adapter in memory: the
 * contracts are tried on them. Start at {@code Mistake}.
 */
@NullMarked
package dev.aludel.persistence.testkit.wrong;

import org.jspecify.annotations.NullMarked;
