/**
 * What an application depends on and an adapter implements. Start at {@code Storage}; an adapter
 * starts at {@code StorageProvider}.
 */
@NullMarked
package dev.aludel.persistence;

import org.jspecify.annotations.NullMarked;
