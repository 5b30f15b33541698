/** Wrong on purpose: the rules of the architecture are tried on it. */
@NullMarked
package dev.aludel.broken.persistence.testkit;

import org.jspecify.annotations.NullMarked;
