package dev.aludel.migrations.script;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.sql.SourcePosition;

/** A revision script says something that it may not say. Its message begins with the place. */
public final class ScriptException extends MigrationException {
  private static final long serialVersionUID = 1L;

  /** What to do about a statement that is not portable. */
  public static final String VERBATIM_REMEDY =
      "What only one database knows is written for each: put \"--@ verbatim sqlite\" or \"--@ verbatim postgresql\" before the statement.";

  private final transient SourcePosition position;

  public ScriptException(SourcePosition position, String problem) {
    super(requireNonNull(position, "position") + ": " + problem);
    this.position = position;
  }

  public ScriptException(SourcePosition position, String problem, Throwable cause) {
    super(requireNonNull(position, "position") + ": " + problem, cause);
    this.position = position;
  }

  /** Where the offending text begins. */
  public SourcePosition position() {
    return position;
  }
}
