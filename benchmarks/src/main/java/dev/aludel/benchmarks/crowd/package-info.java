/**
 * Many threads at one database. {@code Crowd} says what they share; the benchmarks say how many of
 * them read and write.
 */
@NullMarked
package dev.aludel.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
