/**
 * Databases for tests: one PostgreSQL server for a module's test run, a fresh database for each
 * test that asks for one, and the seed of random tests. Nothing of Aludel is known here.
 */
@NullMarked
package dev.aludel.test;

import org.jspecify.annotations.NullMarked;
