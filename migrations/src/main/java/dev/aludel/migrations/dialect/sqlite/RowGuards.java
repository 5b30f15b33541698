package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Column.Nullability;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of a table must not have for a change to be made. Each guard names the rows that
 * stand in the way; SQLite itself would name none, or change their values without a word.
 */
final class RowGuards implements TableChange.Visitor<List<TranslatedStatement>> {
  private final ScratchSchema schema;
  private final RowSource rows;
  private final ScriptStatement origin;
  private final SqliteTableWriter writer;

  RowGuards(
      ScratchSchema schema, RowSource rows, ScriptStatement origin, SqliteTableWriter writer) {
    this.schema = schema;
    this.rows = rows;
    this.origin = origin;
    this.writer = writer;
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.SetType change) {
    String column = SqlText.name(change.column().value());
    String type = writer.typeOf(change);
    CorruptValues corrupt = new CorruptValues(column, type, change.type().name());
    String refused =
        schema.isStrict(rows.table()) ? corrupt.conditionInStrictTable() : corrupt.condition();
    if (becomesRowId(change.column().value(), type)) {
      refused = "(%s) or %s is null".formatted(refused, column);
    }
    return guard(
        refused,
        change.column(),
        "the column %s of %s cannot become %s, because these values would change or do not fit"
            .formatted(change.column(), rows.table(), type));
  }

  // SQLite lets nulls into other primary keys, and makes numbers of them in this one.
  private boolean becomesRowId(String column, String type) {
    List<String> key = schema.primaryKey(rows.table());
    return type.equalsIgnoreCase("integer")
        && key.size() == 1
        && SqlText.sameName(key.get(0), column);
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.SetNotNull change) {
    return notNull(change.column(), "become not null, because it is null in these rows");
  }

  private List<TranslatedStatement> notNull(Identifier column, String cannot) {
    return guard(
        SqlText.name(column.value()) + " is null",
        column,
        "the column %s of %s cannot %s".formatted(column, rows.table(), cannot));
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.AddConstraint change) {
    return guards(change.constraint());
  }

  private List<TranslatedStatement> guards(Constraint constraint) {
    return constraint
        .accept(new ConstraintGuards(schema, rows, origin, writer))
        .map(List::of)
        .orElse(List.of());
  }

  // The rows that are there get the default, and what is said of the column holds for them too.
  @Override
  public List<TranslatedStatement> visit(TableChange.AddColumn change) {
    Column column = change.column();
    rows.add(column.name().value(), writer.valueInExistingRows(column));
    List<TranslatedStatement> guards = new ArrayList<>();
    if (column.nullability() == Nullability.NOT_NULL) {
      guards.addAll(
          notNull(
              column.name(),
              "be added: it is not null and has no default, and these rows are there"));
    }
    column.constraints().forEach(constraint -> guards.addAll(guards(constraint)));
    return guards;
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.DropColumn change) {
    rows.drop(change.column().value());
    return List.of();
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.RenameColumn change) {
    return List.of();
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.SetDefault change) {
    return List.of();
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.DropDefault change) {
    return List.of();
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.DropNotNull change) {
    return List.of();
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.DropConstraint change) {
    return List.of();
  }

  @Override
  public List<TranslatedStatement> visit(TableChange.RenameTable change) {
    return List.of();
  }

  private List<TranslatedStatement> guard(String condition, Identifier column, String complaint) {
    return List.of(rows.guard(condition, List.of(column.value()), origin, complaint));
  }
}
