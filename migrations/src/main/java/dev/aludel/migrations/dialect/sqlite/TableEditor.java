package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.database.SqliteWords;
import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import dev.aludel.migrations.dialect.sqlite.TableText.ColumnText;
import dev.aludel.migrations.dialect.sqlite.TableText.Span;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.script.ScriptException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes one change in the text of a table, and leaves all else as it is. */
final class TableEditor implements TableChange.Visitor<List<TextEdit>> {
  private final ScratchSchema schema;
  private final String tableName;
  private final TableText table;
  private final SqliteTableWriter writer;

  private TableEditor(ScratchSchema schema, StoredTable stored, SqliteTableWriter writer) {
    this.schema = schema;
    this.tableName = stored.name();
    this.table = TableTextParser.parse(stored.sql());
    this.writer = writer;
  }

  /**
   * The text of the table after {@code change}.
   *
   * @param stored the table as it is in {@code schema}
   * @throws ScriptException if the table does not have what the change is about
   */
  static String edit(
      ScratchSchema schema, StoredTable stored, TableChange change, SqliteTableWriter writer) {
    return TextEdit.apply(stored.sql(), change.accept(new TableEditor(schema, stored, writer)));
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

  // As in PostgreSQL, the constraints that speak of the column go with it, each of them whole.
  @Override
  public List<TextEdit> visit(TableChange.DropColumn change) {
    ColumnText column = column(change.column().value());
    if (table.columns().size() == 1) {
      throw writer.refusal(
          "%s is the only column of %s. Drop the table instead."
              .formatted(change.column(), tableName));
    }
    ColumnMentions mentions = mentions(column.value());
    refuseObstacles(change, mentions, column);
    Set<Span> elements = new HashSet<>(mentions.spans());
    elements.add(column.span());
    List<TextEdit> edits = new ArrayList<>(ElementRemoval.of(table, elements));
    table.columns().stream()
        .filter(other -> !other.equals(column))
        .forEach(other -> edits.addAll(new ColumnProperties(other).without(mentions::has)));
    boolean losesKey =
        table.all().stream().anyMatch(one -> one.kind() == Kind.PRIMARY_KEY && mentions.has(one));
    if (losesKey) {
      edits.addAll(withoutKey(other -> !other.equals(column)));
    }
    return edits;
  }

  private void refuseObstacles(
      TableChange.DropColumn change, ColumnMentions mentions, ColumnText column) {
    List<String> obstacles = mentions.obstacles(table, column.value());
    if (!obstacles.isEmpty()) {
      throw Dependents.inTheWay(change, tableName, obstacles, writer);
    }
  }

  @Override
  public List<TextEdit> visit(TableChange.RenameColumn change) {
    throw new IllegalArgumentException("SQLite renames columns itself");
  }

  @Override
  public List<TextEdit> visit(TableChange.RenameTable change) {
    throw new IllegalArgumentException("SQLite renames tables itself");
  }

  // An integer primary key is the rowid, of 64 bits, as long as its type is this very word.
  @Override
  public List<TextEdit> visit(TableChange.SetType change) {
    ColumnText column = column(change.column().value());
    String type = writer.typeOf(change);
    boolean rowId = isRowId(column);
    if (rowId && Affinity.of(type) == Affinity.INTEGER) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>();
    edits.add(
        column.typeStart() == column.typeEnd()
            ? TextEdit.insert(column.typeEnd(), " " + type)
            : new TextEdit(column.typeStart(), column.typeEnd(), type));
    if (rowId) {
      edits.addAll(new ColumnProperties(column).notNull());
    }
    return edits;
  }

  private boolean isRowId(ColumnText column) {
    return schema
        .rowIdColumn(tableName)
        .filter(name -> SqlText.sameName(name, column.value()))
        .isPresent();
  }

  @Override
  public List<TextEdit> visit(TableChange.SetDefault change) {
    ColumnProperties properties = properties(change.column());
    List<TextEdit> edits = properties.without(Kind.DEFAULT);
    edits.add(properties.with(writer.defaultOf(change)));
    return edits;
  }

  @Override
  public List<TextEdit> visit(TableChange.DropDefault change) {
    return properties(change.column()).without(Kind.DEFAULT);
  }

  @Override
  public List<TextEdit> visit(TableChange.SetNotNull change) {
    return properties(change.column()).notNull();
  }

  @Override
  public List<TextEdit> visit(TableChange.DropNotNull change) {
    ColumnText column = column(change.column().value());
    if (schema.primaryKey(tableName).stream()
        .anyMatch(key -> SqlText.sameName(key, column.value()))) {
      throw writer.refusal(
          "the column %s of %s is in the primary key, which takes no nulls. Drop the primary key first."
              .formatted(change.column(), tableName));
    }
    return new ColumnProperties(column).without(Kind.NOT_NULL);
  }

  @Override
  public List<TextEdit> visit(TableChange.AddConstraint change) {
    Constraint constraint = change.constraint();
    constraint.givenName().ifPresent(this::refuseTaken);
    List<TextEdit> edits = new ArrayList<>();
    if (constraint instanceof Constraint.PrimaryKey key) {
      // SQLite alone lets nulls into a primary key.
      key.columns().forEach(column -> edits.addAll(properties(column).notNull()));
    }
    List<Span> elements = table.elements();
    edits.add(
        TextEdit.insert(
            elements.get(elements.size() - 1).end(), ", " + writer.definition(constraint)));
    return edits;
  }

  private void refuseTaken(Identifier name) {
    if (!names().given(name.value()).isEmpty()) {
      throw writer.refusal("the table %s has a constraint %s already.".formatted(tableName, name));
    }
  }

  // What could not be null in the key cannot be it afterwards.
  private List<TextEdit> withoutKey(Predicate<ColumnText> stays) {
    return schema.primaryKeyWithoutNulls(tableName).stream()
        .map(this::column)
        .filter(stays)
        .flatMap(column -> new ColumnProperties(column).notNull().stream())
        .toList();
  }

  @Override
  public List<TextEdit> visit(TableChange.DropConstraint change) {
    ConstraintText constraint = names().one(change.constraint(), writer);
    List<TextEdit> edits = new ArrayList<>();
    if (constraint.kind() == Kind.PRIMARY_KEY) {
      edits.addAll(withoutKey(column -> true));
    }
    edits.addAll(
        table.constraints().contains(constraint)
            ? ElementRemoval.of(table, Set.of(constraint.span()))
            : propertyRemoval(constraint));
    return edits;
  }

  private ConstraintNames names() {
    return new ConstraintNames(table, tableName, this::columnsOfCheck);
  }

  private List<String> columnsOfCheck(ConstraintText check) {
    return table.columns().stream()
        .map(ColumnText::value)
        .filter(column -> mentions(column).has(check))
        .toList();
  }

  // A deferrable clause apart from its foreign key would become that of the one before.
  private List<TextEdit> propertyRemoval(ConstraintText constraint) {
    Set<ConstraintText> removed = new HashSet<>(Set.of(constraint));
    if (constraint.kind() == Kind.FOREIGN_KEY) {
      List<ConstraintText> all = table.all();
      all.subList(all.indexOf(constraint) + 1, all.size()).stream()
          .takeWhile(next -> next.kind() != Kind.FOREIGN_KEY)
          .filter(next -> next.kind() == Kind.DEFERRABLE)
          .forEach(removed::add);
    }
    return table.columns().stream()
        .flatMap(column -> new ColumnProperties(column).without(removed::contains).stream())
        .toList();
  }

  private ColumnMentions mentions(String column) {
    try {
      return ColumnMentions.of(schema, tableName, column);
    } catch (SQLException e) {
      throw writer.refusal(
          "SQLite cannot tell what depends on the column %s of %s: %s. Mend the schema first."
              .formatted(column, tableName, SqliteWords.of(e)));
    }
  }

  private ColumnProperties properties(Identifier column) {
    return new ColumnProperties(column(column.value()));
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
}
