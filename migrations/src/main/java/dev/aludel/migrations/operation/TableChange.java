package dev.aludel.migrations.operation;

import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.DataType;
import dev.aludel.migrations.schema.Expression;
import dev.aludel.migrations.schema.Identifier;

/** One change to a table that exists. */
public sealed interface TableChange {

  /** Calls the method of {@code visitor} for this kind of change. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind. */
  interface Visitor<R> {
    R visit(AddColumn change);

    R visit(DropColumn change);

    R visit(RenameColumn change);

    R visit(SetType change);

    R visit(SetDefault change);

    R visit(DropDefault change);

    R visit(SetNotNull change);

    R visit(DropNotNull change);

    R visit(AddConstraint change);

    R visit(DropConstraint change);

    R visit(RenameTable change);
  }

  /** {@code add column}. */
  record AddColumn(Column column) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code drop column}. */
  record DropColumn(Identifier column) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code rename column}. */
  record RenameColumn(Identifier column, Identifier newName) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code alter column set data type}. */
  record SetType(Identifier column, DataType type) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code alter column set default}. */
  record SetDefault(Identifier column, Expression value) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code alter column drop default}. */
  record DropDefault(Identifier column) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code alter column set not null}. */
  record SetNotNull(Identifier column) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code alter column drop not null}. */
  record DropNotNull(Identifier column) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code add constraint}. */
  record AddConstraint(Constraint constraint) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code drop constraint}. */
  record DropConstraint(Identifier constraint) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code rename to}. */
  record RenameTable(Identifier newName) implements TableChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
