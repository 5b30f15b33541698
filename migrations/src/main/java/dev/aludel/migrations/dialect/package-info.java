/**
 * Everything that differs from database to database, and the translation of portable SQL. Start at
 * {@code Dialect}.
 */
@NullMarked
package dev.aludel.migrations.dialect;

import org.jspecify.annotations.NullMarked;
