package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Constraint;
import java.util.Optional;

/**
 * What SQLite's own {@code alter table} may be able to do (3.53 and newer); whether it can for the
 * table at hand, SQLite says.
 */
final class NativeChange implements TableChange.Visitor<Optional<String>> {
  private final SqliteTableWriter writer;

  NativeChange(SqliteTableWriter writer) {
    this.writer = writer;
  }

  @Override
  public Optional<String> visit(TableChange.AddColumn change) {
    return Optional.of("add column " + writer.definition(change.column()));
  }

  @Override
  public Optional<String> visit(TableChange.DropColumn change) {
    return Optional.of("drop column " + change.column());
  }

  @Override
  public Optional<String> visit(TableChange.RenameColumn change) {
    return Optional.of("rename column " + change.column() + " to " + change.newName());
  }

  @Override
  public Optional<String> visit(TableChange.SetNotNull change) {
    return Optional.of("alter column " + change.column() + " set not null");
  }

  @Override
  public Optional<String> visit(TableChange.DropNotNull change) {
    return Optional.of("alter column " + change.column() + " drop not null");
  }

  @Override
  public Optional<String> visit(TableChange.AddConstraint change) {
    return change.constraint() instanceof Constraint.Check check
        ? Optional.of("add " + writer.definition(check))
        : Optional.empty();
  }

  @Override
  public Optional<String> visit(TableChange.DropConstraint change) {
    return Optional.of("drop constraint " + change.constraint());
  }

  @Override
  public Optional<String> visit(TableChange.RenameTable change) {
    return Optional.of("rename to " + change.newName());
  }

  @Override
  public Optional<String> visit(TableChange.SetType change) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(TableChange.SetDefault change) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(TableChange.DropDefault change) {
    return Optional.empty();
  }
}
