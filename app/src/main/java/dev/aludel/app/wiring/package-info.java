/**
 * The object graph: settings out of flags, environment and file; migrator and storage out of the
 * settings. Start at {@code AludelComponent}.
 */
@NullMarked
package dev.aludel.app.wiring;

import org.jspecify.annotations.NullMarked;
