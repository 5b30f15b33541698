/** The command line's entry point. Start at {@code Launcher}. */
@NullMarked
package dev.aludel.app;

import org.jspecify.annotations.NullMarked;
