/**
 * A walk through migrator and storage, for people who want to see them at work. Start at {@code
 * ConversationDemo}.
 */
@NullMarked
package dev.aludel.app.demo;

import org.jspecify.annotations.NullMarked;
