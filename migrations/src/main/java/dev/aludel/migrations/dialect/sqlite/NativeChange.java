package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Constraint;
import java.util.Optional;

/**
 * What SQLite's own {@code alter table} may be able to do, by its version; whether it can for the
 * table at hand, SQLite says.
 */
final class NativeChange implements TableChange.Visitor<Optional<String>> {
  private static final DatabaseVersion DROPS_COLUMNS = new DatabaseVersion(3, 35);
  static final DatabaseVersion ALTERS_COLUMNS = new DatabaseVersion(3, 53);

  private final SqliteTableWriter writer;
  private final DatabaseVersion version;

  NativeChange(SqliteTableWriter writer, DatabaseVersion version) {
    this.writer = writer;
    this.version = version;
  }

  private Optional<String> since(DatabaseVersion needed, String clause) {
    return version.isAtLeast(needed) ? Optional.of(clause) : Optional.empty();
  }

  @Override
  public Optional<String> visit(TableChange.AddColumn change) {
    Column column = change.column();
    return fitsRows(column)
        ? since(DROPS_COLUMNS, "add column " + writer.definition(column))
        : Optional.empty();
  }

  // What SQLite does to an empty table alone: the scratch schema has no rows.
  private boolean fitsRows(Column column) {
    boolean refers =
        column.constraints().stream().anyMatch(Constraint.ForeignKey.class::isInstance);
    return column.defaultValue().isEmpty() || (!refers && writer.hasLiteralDefault(column));
  }

  @Override
  public Optional<String> visit(TableChange.DropColumn change) {
    return since(DROPS_COLUMNS, "drop column " + change.column());
  }

  @Override
  public Optional<String> visit(TableChange.RenameColumn change) {
    return Optional.of("rename column " + change.column() + " to " + change.newName());
  }

  @Override
  public Optional<String> visit(TableChange.SetNotNull change) {
    return since(ALTERS_COLUMNS, "alter column " + change.column() + " set not null");
  }

  @Override
  public Optional<String> visit(TableChange.DropNotNull change) {
    return since(ALTERS_COLUMNS, "alter column " + change.column() + " drop not null");
  }

  @Override
  public Optional<String> visit(TableChange.AddConstraint change) {
    return change.constraint() instanceof Constraint.Check check
        ? since(ALTERS_COLUMNS, "add " + writer.definition(check))
        : Optional.empty();
  }

  @Override
  public Optional<String> visit(TableChange.DropConstraint change) {
    return since(ALTERS_COLUMNS, "drop constraint " + change.constraint());
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
