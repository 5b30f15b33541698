package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.dialect.sqlite.TableText.ColumnText;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.script.ScriptException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes one change in the text of a table, and leaves all else as it is. */
final class TableEditor implements TableChange.Visitor<List<TextEdit>> {
  private final TableText table;
  private final String tableName;
  private final SqliteTableWriter writer;

  private TableEditor(TableText table, String tableName, SqliteTableWriter writer) {
    this.table = table;
    this.tableName = tableName;
    this.writer = writer;
  }

  /**
   * The text of the table {@code tableName} after {@code change}.
   *
   * @throws ScriptException if the table does not have what the change is about
   */
  static String edit(String sql, String tableName, TableChange change, SqliteTableWriter writer) {
    TableText table = TableTextParser.parse(sql);
    return TextEdit.apply(sql, change.accept(new TableEditor(table, tableName, writer)));
  }

  @Override
  public List<TextEdit> visit(TableChange.AddColumn change) {
    if (table.column(change.column().name().value()).isPresent()) {
      throw writer.refusal(
          "the table %s has a column %s already.".formatted(tableName, change.column().name()));
    }
    ColumnText last = table.columns().get(table.columns().size() - 1);
    return List.of(TextEdit.insert(last.end(), ", " + writer.definition(change.column())));
  }

  @Override
  public List<TextEdit> visit(TableChange.DropColumn change) {
    ColumnText column = column(change.column().value());
    if (table.columns().size() == 1) {
      throw writer.refusal(
          "%s is the only column of %s. Drop the table instead."
              .formatted(change.column(), tableName));
    }
    List<TextEdit> edits = new ArrayList<>();
    edits.add(removal(column.name().offset(), column.end()));
    table.constraints().stream()
        .filter(constraint -> constraint.mentions(column.value()))
        .map(constraint -> removal(constraint.start(), constraint.end()))
        .forEach(edits::add);
    return edits;
  }

  @Override
  public List<TextEdit> visit(TableChange.RenameColumn change) {
    throw new IllegalArgumentException("SQLite renames columns itself");
  }

  @Override
  public List<TextEdit> visit(TableChange.RenameTable change) {
    throw new IllegalArgumentException("SQLite renames tables itself");
  }

  @Override
  public List<TextEdit> visit(TableChange.SetType change) {
    ColumnText column = column(change.column().value());
    String type = writer.typeOf(change);
    return column.typeStart() == column.typeEnd()
        ? List.of(TextEdit.insert(column.typeEnd(), " " + type))
        : List.of(new TextEdit(column.typeStart(), column.typeEnd(), type));
  }

  @Override
  public List<TextEdit> visit(TableChange.SetDefault change) {
    ColumnText column = column(change.column().value());
    List<TextEdit> edits = removals(column, Kind.DEFAULT);
    edits.add(TextEdit.insert(column.typeEnd(), " " + writer.defaultOf(change)));
    return edits;
  }

  @Override
  public List<TextEdit> visit(TableChange.DropDefault change) {
    return removals(column(change.column().value()), Kind.DEFAULT);
  }

  @Override
  public List<TextEdit> visit(TableChange.SetNotNull change) {
    ColumnText column = column(change.column().value());
    if (column.properties(Kind.NOT_NULL).findAny().isPresent()) {
      return List.of();
    }
    List<TextEdit> edits = removals(column, Kind.NULL);
    edits.add(TextEdit.insert(column.end(), " not null"));
    return edits;
  }

  @Override
  public List<TextEdit> visit(TableChange.DropNotNull change) {
    return removals(column(change.column().value()), Kind.NOT_NULL);
  }

  @Override
  public List<TextEdit> visit(TableChange.AddConstraint change) {
    return List.of(
        TextEdit.insert(endOfLastElement(), ", " + writer.definition(change.constraint())));
  }

  @Override
  public List<TextEdit> visit(TableChange.DropConstraint change) {
    ConstraintNames names = new ConstraintNames(table, tableName);
    List<ConstraintText> found = names.find(change.constraint().value());
    if (found.size() != 1) {
      throw writer.refusal(
          "the table %s has %s constraints that answer to %s. It has: %s."
              .formatted(
                  tableName,
                  found.isEmpty() ? "no" : String.valueOf(found.size()),
                  change.constraint(),
                  names.list()));
    }
    ConstraintText constraint = found.get(0);
    return List.of(
        table.constraints().contains(constraint)
            ? removal(constraint.start(), constraint.end())
            : TextEdit.delete(constraint.start(), constraint.end()));
  }

  private ColumnText column(String wanted) {
    return table
        .column(wanted)
        .orElseThrow(
            () ->
                writer.refusal(
                    "the table %s has no column %s. It has: %s."
                        .formatted(
                            tableName,
                            wanted,
                            table.columns().stream()
                                .map(ColumnText::value)
                                .collect(Collectors.joining(", ")))));
  }

  private static List<TextEdit> removals(ColumnText column, Kind kind) {
    return column
        .properties(kind)
        .map(property -> TextEdit.delete(property.start(), property.end()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private int endOfLastElement() {
    List<ConstraintText> constraints = table.constraints();
    return constraints.isEmpty()
        ? table.columns().get(table.columns().size() - 1).end()
        : constraints.get(constraints.size() - 1).end();
  }

  /**
   * The element from {@code start} to {@code end} goes, with the comma before it, or, at the
   * beginning, the one behind it; comments on the way stay.
   */
  private TextEdit removal(int start, int end) {
    Separators separators = new Separators(table.sql());
    int before = separators.commaBefore(start, table.name().end());
    if (before >= 0) {
      return new TextEdit(before, end, table.sql().substring(before + 1, start));
    }
    int after = separators.commaAfter(end, table.elementsEnd());
    return after < 0
        ? TextEdit.delete(start, end)
        : new TextEdit(start, after + 1, table.sql().substring(end, after));
  }
}
