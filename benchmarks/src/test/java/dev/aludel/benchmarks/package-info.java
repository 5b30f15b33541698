/** Tests of what computes, not of what is measured. */
@NullMarked
package dev.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
