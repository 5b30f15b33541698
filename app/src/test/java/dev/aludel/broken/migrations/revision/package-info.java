/** Wrong on purpose: the rules of the architecture are tried on it. */
@NullMarked
package dev.aludel.broken.migrations.revision;

import org.jspecify.annotations.NullMarked;
