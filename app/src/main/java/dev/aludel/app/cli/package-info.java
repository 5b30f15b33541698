/**
 * The command line: one command a file, each one call into a library, and how answers and errors
 * are shown. It knows no SQL. Start at {@code AludelCommandLine}.
 */
@NullMarked
package dev.aludel.app.cli;

import org.jspecify.annotations.NullMarked;
