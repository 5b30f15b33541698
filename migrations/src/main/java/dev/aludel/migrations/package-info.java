/**
 * The migrator and its builder: they wire the packages below. Nothing below imports this package.
 */
@NullMarked
package dev.aludel.migrations;

import org.jspecify.annotations.NullMarked;
