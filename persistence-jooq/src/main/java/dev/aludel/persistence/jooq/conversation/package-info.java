/**
 * The repositories of sessions and messages. Start at {@code ConversationRepositories}, which the
 * storage makes them with; everything else is written with the generated tables.
 */
@NullMarked
package dev.aludel.persistence.jooq.conversation;

import org.jspecify.annotations.NullMarked;
