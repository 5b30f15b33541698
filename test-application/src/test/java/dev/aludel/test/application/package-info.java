/** One test of the application, run on each storage. */
@NullMarked
package dev.aludel.test.application;

import org.jspecify.annotations.NullMarked;
