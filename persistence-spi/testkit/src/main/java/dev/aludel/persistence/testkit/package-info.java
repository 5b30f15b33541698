/**
 * What every storage does, whatever its database: a contract for each port and for transactions,
 * each rule with a number. Start at {@code AdapterContract}, which the test class of an adapter
 * extends. Knows no adapter but the one in memory beside it.
 */
@NullMarked
package dev.aludel.persistence.testkit;

import org.jspecify.annotations.NullMarked;
