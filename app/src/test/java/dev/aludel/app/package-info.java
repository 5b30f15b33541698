@NullMarked
package dev.aludel.app;

import org.jspecify.annotations.NullMarked;
