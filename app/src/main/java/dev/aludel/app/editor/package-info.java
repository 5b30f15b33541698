/** The user's own text editor. Start at {@code Editor}. */
@NullMarked
package dev.aludel.app.editor;

import org.jspecify.annotations.NullMarked;
