@NullMarked
package dev.aludel.domain.documentation;

import org.jspecify.annotations.NullMarked;
