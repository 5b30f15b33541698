/**
 * What work costs with Aludel, beside the same work in plain JDBC and with others. A class that
 * ends in {@code Benchmark}, here or below, is one work: it is found and run, and its name stands
 * in the table. Who does the work takes turns in one process; where a process has to be fresh, each
 * has its own. Start at {@code Benchmarks}, and at {@code Turns} for a further work.
 */
@NullMarked
package dev.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
