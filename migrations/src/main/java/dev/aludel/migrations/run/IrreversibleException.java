package dev.aludel.migrations.run;

import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.sql.VisibleText;

/** A downgrade would pass a revision that has no way back. Nothing was run. */
public final class IrreversibleException extends MigrationException {
  private static final long serialVersionUID = 1L;

  IrreversibleException(Revision revision, String reason) {
    super(
        "Cannot downgrade through %s (%s): %s. Stop above it, or write its downgrade section."
            .formatted(revision.id(), revision.source(), VisibleText.value(reason)));
  }
}
