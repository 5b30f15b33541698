package dev.aludel.migrations.dialect;

import java.util.List;

/**
 * What a database runs for one direction of a revision.
 *
 * @param foreignKeys how they are kept while it runs
 * @param notes what its statements do, or leave undone, without saying so; sentences for people,
 *     each after its place
 */
public record TranslatedStep(
    List<TranslatedStatement> statements, ForeignKeys foreignKeys, List<String> notes) {

  /** How foreign keys are kept. */
  public enum ForeignKeys {
    /** The database enforces them at each statement. */
    ENFORCED,
    /** They are off while the step runs, and its guards find what would break them. */
    GUARDED
  }

  public TranslatedStep {
    statements = List.copyOf(statements);
    notes = List.copyOf(notes);
  }
}
