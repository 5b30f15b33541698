/**
 * What all aggregates share: pages, cursors, the vocabulary of repositories, and every error that a
 * storage can report. Start at {@code StorageException} and {@code Page}. No SQL, no driver, no
 * framework.
 */
@NullMarked
package dev.aludel.domain;

import org.jspecify.annotations.NullMarked;
