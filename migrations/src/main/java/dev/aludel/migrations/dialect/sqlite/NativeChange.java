package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Constraint;
import java.util.Optional;

/**
 * What SQLite's own {@code alter table} may be able to do, by its version; whether it can for the
 * table at hand, SQLite says.
 */
final class NativeChange implements TableChange.Visitor<Optional<String>> {
  private static final DatabaseVersion ALTERS_COLUMNS = new DatabaseVersion(3, 53);

  private final SqliteTableWriter writer;
  private final DatabaseVersion version;

  NativeChange(SqliteTableWriter writer, DatabaseVersion version) {
    this.writer = writer;
    this.version = version;
  }

  private Optional<String> sinceAltersColumns(String clause) {
    return version.isAtLeast(ALTERS_COLUMNS) ? Optional.of(clause) : Optional.empty();
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
    return sinceAltersColumns("alter column " + change.column() + " set not null");
  }

  @Override
  public Optional<String> visit(TableChange.DropNotNull change) {
    return sinceAltersColumns("alter column " + change.column() + " drop not null");
  }

  @Override
  public Optional<String> visit(TableChange.AddConstraint change) {
    return change.constraint() instanceof Constraint.Check check
        ? sinceAltersColumns("add " + writer.definition(check))
        : Optional.empty();
  }

  @Override
  public Optional<String> visit(TableChange.DropConstraint change) {
    return sinceAltersColumns("drop constraint " + change.constraint());
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
