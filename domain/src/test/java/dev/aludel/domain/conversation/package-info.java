@NullMarked
package dev.aludel.domain.conversation;

import org.jspecify.annotations.NullMarked;
