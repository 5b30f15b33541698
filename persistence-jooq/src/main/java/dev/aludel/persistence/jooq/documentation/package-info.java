/**
 * The ports of {@code dev.aludel.domain.documentation} on jOOQ: for each one a class with its
 * statements and one that runs them. Start at {@code DocumentationRepositories}.
 */
@NullMarked
package dev.aludel.persistence.jooq.documentation;

import org.jspecify.annotations.NullMarked;
