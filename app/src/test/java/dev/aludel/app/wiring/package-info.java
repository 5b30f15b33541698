@NullMarked
package dev.aludel.app.wiring;

import org.jspecify.annotations.NullMarked;
