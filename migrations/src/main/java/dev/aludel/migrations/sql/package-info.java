/**
 * SQL as a sequence of tokens, for each syntax that is read here. Pure: no database, no files.
 * Start at {@code Lexer}.
 */
@NullMarked
package dev.aludel.migrations.sql;

import org.jspecify.annotations.NullMarked;
