/**
 * The works of a conversation, each done by several rivals on the same tables with the same rows.
 * {@code Rival} says what is to be done, {@code Who} lists who does it, and the benchmarks measure.
 */
@NullMarked
package dev.aludel.benchmarks.conversation;

import org.jspecify.annotations.NullMarked;
