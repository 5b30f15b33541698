/**
 * The repositories of projects and their documents. Start at {@code DocumentationRepositories}. For
 * each port there is its SQL in jOOQ, the statements that were rendered from it into the files
 * beside, and the repository that runs them. Who changes SQL runs {@code StatementFilesTest} with
 * {@code -Daludel.golden=write}.
 */
@NullMarked
package dev.aludel.persistence.jooq.documentation;

import org.jspecify.annotations.NullMarked;
