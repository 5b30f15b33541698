/**
 * What work costs with Aludel, beside the same work in plain JDBC and with others. One class is one
 * work; its method {@code floor} does the work by hand, and each other method is a rival, measured
 * by turns with it. A class that lies here is found and run: start at {@code Benchmarks}.
 */
@NullMarked
package dev.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
