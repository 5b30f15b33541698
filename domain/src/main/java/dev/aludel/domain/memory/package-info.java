/**
 * What an agent remembers: episodes, long-term values, turns of talk, its uncertainties, and
 * memories that can be found by their meaning. Start at the ports, {@code Episodes}, {@code
 * LongTerm}, {@code Turns}, {@code Uncertainty} and {@code SemanticMemories}.
 */
@NullMarked
package dev.aludel.domain.memory;

import org.jspecify.annotations.NullMarked;
