package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TableWriter;
import dev.aludel.migrations.operation.CreateTable;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Column.Generation;
import dev.aludel.migrations.schema.Column.Nullability;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Expression;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What SQLite's own {@code create table} and {@code alter table} can say (3.53 and newer). */
final class SqliteTableWriter extends TableWriter {
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "int", "bigint");

  SqliteTableWriter(ScriptStatement statement) {
    super(statement, DatabaseProduct.SQLITE);
  }

  // SQLite lets nulls into a primary key, which no other database does: not null is said for it.
  @Override
  protected String column(Column column, CreateTable table) {
    boolean notNull =
        column.nullability() == Nullability.NOT_NULL
            || primaryKey(table).contains(column.name().value());
    String type =
        column.generation() == Generation.IDENTITY ? identityType(column, table) : type(column);
    return column.name() + " " + type + (notNull ? " not null" : "") + properties(column);
  }

  private static List<String> primaryKey(CreateTable table) {
    return Stream.concat(
            table.constraints().stream(),
            table.columns().stream().flatMap(column -> column.constraints().stream()))
        .flatMap(constraint -> constraint.accept(new PrimaryKeyColumns()))
        .map(Identifier::value)
        .toList();
  }

  // An integer primary key is the rowid, which counts on by itself. autoincrement would count in a
  // table of its own, which stays behind when the last table goes.
  private String identityType(Column column, CreateTable table) {
    if (!INTEGERS.contains(column.type().name())
        || !primaryKey(table).equals(List.of(column.name().value()))) {
      throw refused(
          "SQLite counts only in an integer column that is the primary key, alone; \"%s\" is not."
              .formatted(column.name()));
    }
    return "integer";
  }

  @Override
  protected String computedDefault(Expression value) {
    return "default (" + translated(value) + ")";
  }

  @Override
  public String visit(TableChange.AddColumn change) {
    Column column = change.column();
    boolean addable =
        column.constraints().stream()
            .allMatch(constraint -> constraint.accept(new AddableWithColumn()));
    if (!addable || column.generation() == Generation.IDENTITY) {
      throw cannot("add a column that is a key");
    }
    boolean notNull = column.nullability() == Nullability.NOT_NULL;
    return "add column "
        + column.name()
        + " "
        + type(column)
        + (notNull ? " not null" : "")
        + properties(column);
  }

  @Override
  public String visit(TableChange.DropColumn change) {
    return "drop column " + change.column();
  }

  @Override
  public String visit(TableChange.RenameColumn change) {
    return "rename column " + change.column() + " to " + change.newName();
  }

  @Override
  public String visit(TableChange.SetType change) {
    throw cannot("change the type of a column");
  }

  @Override
  public String visit(TableChange.SetDefault change) {
    throw cannot("change the default of a column");
  }

  @Override
  public String visit(TableChange.DropDefault change) {
    throw cannot("drop the default of a column");
  }

  @Override
  public String visit(TableChange.SetNotNull change) {
    return "alter column " + change.column() + " set not null";
  }

  @Override
  public String visit(TableChange.DropNotNull change) {
    return "alter column " + change.column() + " drop not null";
  }

  @Override
  public String visit(TableChange.AddConstraint change) {
    if (!change.constraint().accept(new AddableToTable())) {
      throw cannot("add a key to a table");
    }
    return "add " + constraint(change.constraint());
  }

  @Override
  public String visit(TableChange.DropConstraint change) {
    return "drop constraint " + change.constraint();
  }

  @Override
  public String visit(TableChange.RenameTable change) {
    return "rename to " + change.newName();
  }

  private ScriptException cannot(String what) {
    return refused(
        "SQLite cannot %s in place. Write the change as statements of its own, each after \"--@ verbatim sqlite\": create the new table, copy, drop the old one, rename."
            .formatted(what));
  }

  private static final class PrimaryKeyColumns implements Constraint.Visitor<Stream<Identifier>> {
    @Override
    public Stream<Identifier> visit(Constraint.PrimaryKey primaryKey) {
      return primaryKey.columns().stream();
    }

    @Override
    public Stream<Identifier> visit(Constraint.Unique unique) {
      return Stream.empty();
    }

    @Override
    public Stream<Identifier> visit(Constraint.Check check) {
      return Stream.empty();
    }

    @Override
    public Stream<Identifier> visit(Constraint.ForeignKey foreignKey) {
      return Stream.empty();
    }
  }

  private static class AddableToTable implements Constraint.Visitor<Boolean> {
    @Override
    public Boolean visit(Constraint.PrimaryKey primaryKey) {
      return false;
    }

    @Override
    public Boolean visit(Constraint.Unique unique) {
      return false;
    }

    @Override
    public Boolean visit(Constraint.Check check) {
      return true;
    }

    @Override
    public Boolean visit(Constraint.ForeignKey foreignKey) {
      return false;
    }
  }

  private static final class AddableWithColumn extends AddableToTable {
    @Override
    public Boolean visit(Constraint.ForeignKey foreignKey) {
      return true;
    }
  }
}
