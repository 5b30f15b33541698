@NullMarked
package dev.aludel.app.launcher;

import org.jspecify.annotations.NullMarked;
