package dev.aludel.migrations.dialect;

import dev.aludel.migrations.operation.AlterTable;
import dev.aludel.migrations.operation.CreateTable;
import dev.aludel.migrations.operation.CreateTable.Existence;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Column;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Expression;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes tables and their changes as SQL; what differs is left to each database. */
public abstract class TableWriter implements TableChange.Visitor<String> {
  private static final Set<String> CONSTANTS =
      Set.of("null", "true", "false", "current_timestamp", "current_date", "current_time");

  private final ScriptStatement statement;
  private final DatabaseProduct product;

  protected TableWriter(ScriptStatement statement, DatabaseProduct product) {
    this.statement = statement;
    this.product = product;
  }

  /** The statements that make {@code create}. */
  public List<String> create(CreateTable create) {
    Stream<String> columns = create.columns().stream().map(column -> column(column, create));
    Stream<String> constraints = create.constraints().stream().map(this::constraint);
    return List.of(
        Stream.concat(columns, constraints)
            .collect(
                Collectors.joining(
                    ",\n  ",
                    "create table "
                        + (create.existence() == Existence.MAY_EXIST ? "if not exists " : "")
                        + create.table()
                        + " (\n  ",
                    "\n)")));
  }

  /** The statements that make the changes, one for each. */
  public List<String> alter(AlterTable alter) {
    return alter.changes().stream()
        .map(change -> "alter table " + alter.table() + " " + change.accept(this))
        .toList();
  }

  /** The column of a table that is created whole. */
  protected abstract String column(Column column, CreateTable table);

  /** {@code default ...} for a default that is no constant. */
  protected abstract String computedDefault(Expression value);

  protected final String type(Column column) {
    return PortableType.render(column.type(), statement, product);
  }

  protected final String type(TableChange.SetType change) {
    return PortableType.render(change.type(), statement, product);
  }

  protected final String translated(Expression value) {
    return new PortableSql(statement, product).value(value);
  }

  /** The column's properties behind its name and type. */
  protected final String properties(Column column, String... first) {
    List<String> properties = new ArrayList<>(List.of(first));
    column.defaultValue().map(this::defaultValue).ifPresent(properties::add);
    column.constraints().stream()
        .map(constraint -> named(constraint, constraint.accept(new Inline())))
        .forEach(properties::add);
    return properties.stream().map(property -> " " + property).collect(Collectors.joining());
  }

  protected final String defaultValue(Expression value) {
    return isConstant(value) ? "default " + value.sql() : computedDefault(value);
  }

  private static boolean isConstant(Expression value) {
    List<Token> tokens = Lexer.substance(value.sql(), SqlSyntax.PORTABLE);
    Token last = tokens.get(tokens.size() - 1);
    boolean signed = tokens.size() == 2 && last.kind() == Token.Kind.NUMBER;
    boolean literal = last.kind() == Token.Kind.NUMBER || last.kind() == Token.Kind.STRING;
    return signed || (tokens.size() == 1 && (literal || CONSTANTS.contains(last.folded())));
  }

  /** The constraint as an element of its table. */
  protected final String constraint(Constraint constraint) {
    return named(constraint, constraint.accept(new OfTable()));
  }

  private static String named(Constraint constraint, String definition) {
    return constraint.givenName().map(name -> "constraint " + name + " ").orElse("") + definition;
  }

  /** A refusal at the place of the statement. */
  protected final ScriptException refused(String problem) {
    return new ScriptException(statement.position(), problem);
  }

  private static String list(List<Identifier> names) {
    return names.stream().map(Identifier::written).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String references(Constraint.ForeignKey key) {
    return "references "
        + key.referencedTable()
        + (key.referencedColumns().isEmpty() ? "" : " " + list(key.referencedColumns()))
        + (key.onDelete() == null ? "" : " on delete " + key.onDelete().sql())
        + (key.onUpdate() == null ? "" : " on update " + key.onUpdate().sql());
  }

  private String check(Constraint.Check check) {
    return "check " + new PortableSql(statement, product).condition(check.condition());
  }

  private final class OfTable implements Constraint.Visitor<String> {
    @Override
    public String visit(Constraint.PrimaryKey key) {
      return "primary key " + list(key.columns());
    }

    @Override
    public String visit(Constraint.Unique unique) {
      return "unique " + list(unique.columns());
    }

    @Override
    public String visit(Constraint.Check check) {
      return check(check);
    }

    @Override
    public String visit(Constraint.ForeignKey key) {
      return "foreign key " + list(key.columns()) + " " + references(key);
    }
  }

  private final class Inline implements Constraint.Visitor<String> {
    @Override
    public String visit(Constraint.PrimaryKey key) {
      return "primary key";
    }

    @Override
    public String visit(Constraint.Unique unique) {
      return "unique";
    }

    @Override
    public String visit(Constraint.Check check) {
      return check(check);
    }

    @Override
    public String visit(Constraint.ForeignKey key) {
      return references(key);
    }
  }
}
