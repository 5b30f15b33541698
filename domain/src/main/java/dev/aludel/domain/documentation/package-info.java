/**
 * Projects and their documents, what is known of them, and what is to be done about contradictions
 * among them. Start at {@code Projects}, {@code Documents}, {@code Inconsistencies} and {@code
 * Recommendations}; the other ports hold what belongs to one document.
 */
@NullMarked
package dev.aludel.domain.documentation;

import org.jspecify.annotations.NullMarked;
