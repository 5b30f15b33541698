/**
 * Commands as people run them: whole processes, from the start to the exit. Start at {@code
 * CommandBenchmark}.
 */
@NullMarked
package dev.aludel.benchmarks.command;

import org.jspecify.annotations.NullMarked;
