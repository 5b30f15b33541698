@NullMarked
package dev.aludel.app.cli;

import org.jspecify.annotations.NullMarked;
