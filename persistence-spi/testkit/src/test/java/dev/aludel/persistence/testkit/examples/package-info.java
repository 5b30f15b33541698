/**
 * The examples of {@code docs/repositories.md}, compiled and run. Start at {@code
 * DocumentedExamplesTest}, which holds the two against each other.
 */
@NullMarked
package dev.aludel.persistence.testkit.examples;

import org.jspecify.annotations.NullMarked;
