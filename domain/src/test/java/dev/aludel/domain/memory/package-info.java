/** Tests of what an agent remembers. */
@NullMarked
package dev.aludel.domain.memory;

import org.jspecify.annotations.NullMarked;
