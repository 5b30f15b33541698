package dev.aludel.migrations.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A constraint of a table. */
public sealed interface Constraint {

  /** Its name, or null: the database gives it one. */
  @Nullable Identifier name();

  default Optional<Identifier> givenName() {
    return Optional.ofNullable(name());
  }

  /** Calls the method of {@code visitor} for this kind of constraint. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind. */
  interface Visitor<R> {
    R visit(PrimaryKey primaryKey);

    R visit(Unique unique);

    R visit(Check check);

    R visit(ForeignKey foreignKey);
  }

  /** The columns that tell rows apart. */
  record PrimaryKey(@Nullable Identifier name, List<Identifier> columns) implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** No two rows have the same values in these columns; nulls are never the same. */
  record Unique(@Nullable Identifier name, List<Identifier> columns) implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A condition that no row makes false. */
  record Check(@Nullable Identifier name, Expression condition) implements Constraint {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The columns refer to a row of another table.
   *
   * @param referencedColumns empty: the other table's primary key
   * @param onDelete null: not said, which means no action
   * @param onUpdate null: not said, which means no action
   */
  record ForeignKey(
      @Nullable Identifier name,
      List<Identifier> columns,
      QualifiedName referencedTable,
      List<Identifier> referencedColumns,
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
