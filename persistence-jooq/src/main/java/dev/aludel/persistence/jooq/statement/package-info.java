/**
 * What the repositories stand on. One half is for who changes SQL: statements in jOOQ, rendered for
 * each database into the files beside the repositories; start at {@code StatementCompiler}. The
 * other half runs them, without jOOQ, on the connection of a transaction; start at {@code
 * CompiledStatements} and {@code Calls}. Public for the packages beside it alone; no application
 * uses it.
 */
@NullMarked
package dev.aludel.persistence.jooq.statement;

import org.jspecify.annotations.NullMarked;
