package dev.aludel.migrations.revision;

import dev.aludel.migrations.sql.VisibleText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of every error that the migration engine reports. The message names the thing, says what
 * happened to it and what to do; it is fit to be shown to a person as it is: whatever scripts,
 * databases and names hold is made {@linkplain VisibleText visible} here, and a line break in them
 * is none.
 */
public abstract class MigrationException extends RuntimeException {

  /**
   * @param message whole sentences for the person who has to act, on one line
   */
  protected MigrationException(String message) {
    super(VisibleText.message(message));
  }

  /**
   * @param message whole sentences for the person who has to act, on one line
   * @param cause what was caught, or null when nothing was
   */
  protected MigrationException(String message, @Nullable Throwable cause) {
    super(VisibleText.message(message), cause);
  }

  /**
   * @param lines the lines of a message that has several, one at least
   * @param cause what was caught, or null when nothing was
   */
  protected MigrationException(List<String> lines, @Nullable Throwable cause) {
    super(lines.stream().map(VisibleText::message).collect(Collectors.joining("\n  ")), cause);
  }
}
