package dev.aludel.migrations.operation;

import dev.aludel.migrations.schema.QualifiedName;
import java.util.List;

/**
 * An {@code alter table} statement.
 *
 * @param changes in the order of the statement; one at least
 */
public record AlterTable(QualifiedName table, List<TableChange> changes) {
  public AlterTable {
    changes = List.copyOf(changes);
  }
}
