package dev.aludel.migrations.operation;

import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.QualifiedName;
import java.util.List;

/**
 * A {@code create table} statement.
 *
 * @param columns in the order of the statement; one at least
 * @param constraints those that stand at no column, in the order of the statement
 */
public record CreateTable(
    QualifiedName table, Existence existence, List<Column> columns, List<Constraint> constraints) {

  /** What happens when the table is there already. */
  public enum Existence {
    MUST_BE_ABSENT,
    MAY_EXIST
  }

  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
  }
}
