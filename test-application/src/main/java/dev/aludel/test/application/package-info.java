/** An application of Aludel that knows no database. Start at {@code Assistant}. */
@NullMarked
package dev.aludel.test.application;

import org.jspecify.annotations.NullMarked;
