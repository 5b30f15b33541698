package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.Revision;

/**
 * A revision cannot be made ready to run, for a reason that nobody foresaw: a mistake in Aludel, or
 * more than the memory holds. Nothing of it was run.
 */
public final class UnexpectedFailureException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private UnexpectedFailureException(String message, Throwable cause) {
    super(message, cause);
  }

  static UnexpectedFailureException at(Revision revision, Throwable cause) {
    String message =
        cause instanceof OutOfMemoryError
            ? "Cannot read revision %s (%s): it needs more memory than this process has. Give it more (-Xmx), or divide the script."
            : "Cannot read revision %s (%s): %s. Aludel does not know this failure; it is a mistake in Aludel. Report it with the script.";
    return new UnexpectedFailureException(
        message.formatted(revision.id(), revision.source(), cause), cause);
  }
}
