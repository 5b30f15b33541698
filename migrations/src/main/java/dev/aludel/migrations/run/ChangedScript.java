package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.script.Checksum;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptException;
import java.util.Optional;

/**
 * An applied revision whose script is another than the one that ran; the database has what that one
 * said. Comments, white space and the header do not count.
 *
 * @param problem why the script cannot be read now; empty if it can
 */
public record ChangedScript(AppliedRevision applied, String problem) {
  public ChangedScript {
    requireNonNull(applied, "applied");
    requireNonNull(problem, "problem");
  }

  /** Compares a revision that was applied with its script as it is now; empty if they agree. */
  static Optional<ChangedScript> of(AppliedRevision applied, RevisionScript script) {
    try {
      return Checksum.of(script.body()).equals(applied.checksum())
          ? Optional.empty()
          : Optional.of(new ChangedScript(applied, ""));
    } catch (ScriptException e) {
      // It could be read when it ran.
      return Optional.of(new ChangedScript(applied, String.valueOf(e.getMessage())));
    }
  }
}
