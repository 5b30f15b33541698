/**
 * What every storage does, whatever its database: one contract for each port and one for
 * transactions. Knows no adapter.
 */
@NullMarked
package dev.aludel.persistence.testkit;

import org.jspecify.annotations.NullMarked;
