package dev.aludel.app.editor;

import dev.aludel.migrations.sql.VisibleText;
import org.jspecify.annotations.Nullable;

/** A file cannot be opened in an editor, or the editor failed. */
public final class EditorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EditorException(String message) {
    this(message, null);
  }

  EditorException(String message, @Nullable Throwable cause) {
    super(VisibleText.message(message), cause);
  }
}
