/**
 * The examples of {@code docs/repositories.md}: what stands there between {@code ```java} and
 * {@code ```} stands here too, and runs.
 */
@NullMarked
package dev.aludel.test.application.examples;

import org.jspecify.annotations.NullMarked;
