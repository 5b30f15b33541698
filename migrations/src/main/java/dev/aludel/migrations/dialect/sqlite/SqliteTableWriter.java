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
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** SQLite's own way to write tables and what is added to them. */
final class SqliteTableWriter extends TableWriter {
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "int", "bigint");

  private static final Set<String> LITERALS = Set.of("null", "true", "false");

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

  /** A column as it is added to a table that exists. */
  String definition(Column column) {
    if (column.generation() == Generation.IDENTITY) {
      throw refused(
          "SQLite counts only in the column that is the primary key from the table's beginning;"
              + " \"%s\" cannot be added.".formatted(column.name()));
    }
    boolean key = column.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
    boolean notNull = key || column.nullability() == Nullability.NOT_NULL;
    return column.name() + " " + type(column) + (notNull ? " not null" : "") + properties(column);
  }

  /** What an added column has in the rows that are there, as SQL. */
  String valueInExistingRows(Column column) {
    return column
        .defaultValue()
        .map(value -> defaultValue(value).substring("default ".length()))
        .orElse("null");
  }

  /** Whether the default is what SQLite takes for a constant. */
  boolean hasLiteralDefault(Column column) {
    String value = valueInExistingRows(column);
    List<Token> tokens = Lexer.substance(value, SqlSyntax.SQLITE);
    Token last = tokens.get(tokens.size() - 1);
    boolean literal =
        last.kind() == Token.Kind.NUMBER
            || last.kind() == Token.Kind.STRING
            || LITERALS.contains(last.folded());
    return literal && tokens.size() <= 2;
  }

  /** A constraint as it is added to a table that exists. */
  String definition(Constraint constraint) {
    return constraint(constraint);
  }

  String typeOf(TableChange.SetType change) {
    return type(change);
  }

  String defaultOf(TableChange.SetDefault change) {
    return defaultValue(change.value());
  }

  String conditionOf(Constraint.Check check) {
    return condition(check);
  }

  ScriptException refusal(String problem) {
    return refused(problem);
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
}
