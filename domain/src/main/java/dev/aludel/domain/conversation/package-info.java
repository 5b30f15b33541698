/**
 * Sessions between a user and an agent, and the messages in them. Start at {@code Sessions} and
 * {@code Messages}, the two ports.
 */
@NullMarked
package dev.aludel.domain.conversation;

import org.jspecify.annotations.NullMarked;
