package dev.aludel.persistence.jooq;

/**
 * What is held open of a database: nothing is lent or in use between blocks, and nothing is open
 * after closing.
 *
 * @param open how many connections are open
 * @param lent how many of them a block has
 * @param statements how many statements were taken and not given back
 */
record Usage(int open, int lent, int statements) {}
