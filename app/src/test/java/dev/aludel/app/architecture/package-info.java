@NullMarked
package dev.aludel.app.architecture;

import org.jspecify.annotations.NullMarked;
