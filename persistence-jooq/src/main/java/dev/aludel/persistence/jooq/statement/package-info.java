/**
 * What the repositories stand on: jOOQ statements that are rendered once, and their execution on
 * the connection of a transaction. Public for the packages beside it alone; no application uses it.
 * Start at {@code StatementCompiler} and {@code Calls}.
 */
@NullMarked
package dev.aludel.persistence.jooq.statement;

import org.jspecify.annotations.NullMarked;
