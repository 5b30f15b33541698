package dev.aludel.persistence.jooq.statement;

/**
 * A column that a query finds, as rows are read by it. Those of tables are generated.
 *
 * @param place the column {@code sessions.name}, or what a query calls a column of its own
 * @param <T> what is in it
 */
@SuppressWarnings("UnusedTypeParameter") // by it the compiler tells which of Row's methods fit
public record Column<T>(String place) {}
