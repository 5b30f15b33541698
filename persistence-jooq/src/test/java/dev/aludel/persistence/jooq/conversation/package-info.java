@NullMarked
package dev.aludel.persistence.jooq.conversation;

import org.jspecify.annotations.NullMarked;
