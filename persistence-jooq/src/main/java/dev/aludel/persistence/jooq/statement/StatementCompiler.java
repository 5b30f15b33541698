package dev.aludel.persistence.jooq.statement;

import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.jooq.statement.CompiledStatement.FoundColumn;
import dev.aludel.persistence.jooq.statement.CompiledStatement.TableKeys;
import dev.aludel.persistence.jooq.statement.Parameter.Use;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.Update;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * Renders jOOQ's statements for one database, and keeps them under their names. No application does
 * so: a repository runs {@link CompiledStatements}, which a test compares with these.
 */
public final class StatementCompiler {

  private final DatabaseProduct product;
  private final DSLContext dsl;
  private final Consumer<Query> listener;
  private final Map<String, CompiledStatement> compiled;
  private final String port;

  /** A compiler for a database. */
  public StatementCompiler(DatabaseProduct product) {
    this(product, statement -> {});
  }

  /**
   * A compiler for a database.
   *
   * @param listener is told each statement that is compiled
   */
  public StatementCompiler(DatabaseProduct product, Consumer<Query> listener) {
    this(product, DSL.using(dialect(product)), listener, new LinkedHashMap<>(), "");
  }

  private StatementCompiler(
      DatabaseProduct product,
      DSLContext dsl,
      Consumer<Query> listener,
      Map<String, CompiledStatement> compiled,
      String port) {
    this.product = product;
    this.dsl = dsl;
    this.listener = listener;
    this.compiled = compiled;
    this.port = port;
  }

  private static SQLDialect dialect(DatabaseProduct product) {
    return switch (product) {
      case SQLITE -> SQLDialect.SQLITE;
      case POSTGRESQL -> SQLDialect.POSTGRES;
    };
  }

  /** A compiler for the statements of one port, which are kept beside the others. */
  public StatementCompiler of(String port) {
    return new StatementCompiler(product, dsl, listener, compiled, port);
  }

  /** All that was compiled, as it is kept in a file. */
  public String text() {
    return StatementFile.write(compiled);
  }

  /** What was compiled so far, to be run without a file. */
  public CompiledStatements statements() {
    return CompiledStatements.of(Map.copyOf(compiled), product);
  }

  /** What statements are written with. */
  public DSLContext dsl() {
    return dsl;
  }

  /** Compiles a statement that changes rows of a table. */
  public void update(String name, Table<?> table, Query query) {
    compile(name, table, query, List.of());
  }

  /** Compiles a statement that finds rows of a table. */
  public void query(String name, Table<?> table, Select<?> select) {
    compile(name, table, select, found(select.getSelect()));
  }

  /** Compiles a statement that changes rows of a table and finds what they are afterwards. */
  public void returning(
      String name, Table<?> table, ResultQuery<?> change, List<Field<?>> returned) {
    compile(name, table, change, found(returned));
  }

  /** Compiles the two statements of a paged list. */
  public void keyset(
      String name,
      Table<?> table,
      Collection<? extends Field<?>> columns,
      Condition condition,
      KeysetOrder order) {
    first(name, table, columns, condition, order);
    first(StatementFile.behind(name), table, columns, condition.and(order.behind(this)), order);
  }

  /**
   * Compiles a paged list whose statements are given: each ends with the limit, and the second has
   * the place's keys before it.
   */
  public void keyset(String name, Table<?> table, Select<?> first, Select<?> behind) {
    query(name, table, first);
    query(StatementFile.behind(name), table, behind);
  }

  /** Compiles the first rows that meet a condition; the last value says how many at most. */
  public void first(
      String name,
      Table<?> table,
      Collection<? extends Field<?>> columns,
      Condition condition,
      KeysetOrder order) {
    Select<?> select = first(table, columns, condition, order);
    List<String> names = parameterNames(select);
    compile(
        name,
        table,
        select,
        columns.stream()
            .map(column -> new FoundColumn(place(column), givenAt(column, condition, names)))
            .toList());
  }

  /** The same as a part of another statement. */
  public Select<?> first(
      Table<?> table,
      Collection<? extends Field<?>> columns,
      Condition condition,
      KeysetOrder order) {
    return dsl.select(columns)
        .from(table)
        .where(condition)
        .orderBy(order.fields(this))
        .limit(order.limit(this, table, condition));
  }

  private static List<FoundColumn> found(Collection<? extends Field<?>> columns) {
    return columns.stream()
        .map(column -> new FoundColumn(place(column), CompiledStatement.NOT_GIVEN))
        .toList();
  }

  // A text that the condition says is equal to a value is this value: it need not be read.
  private static int givenAt(Field<?> column, Condition condition, List<String> names) {
    if (condition instanceof QOM.And both) {
      return Math.max(givenAt(column, both.$arg1(), names), givenAt(column, both.$arg2(), names));
    }
    return condition instanceof QOM.Eq<?> equal
            && equal.$arg1().equals(column)
            && column.getType() == String.class
            && equal.$arg2() instanceof Param<?> value
        ? names.indexOf(value.getParamName())
        : CompiledStatement.NOT_GIVEN;
  }

  /** The parameter for a column's value; statements get their values in the order of rendering. */
  public static <T> Param<T> parameter(Field<T> field) {
    return DSL.param(place(field), field);
  }

  /** Another parameter for a column's value, where a statement has several. */
  public static <T> Param<T> parameter(String role, Field<T> field) {
    return DSL.param(role + " " + place(field), field);
  }

  /** The parameters for a row of these columns. */
  public static List<Param<?>> parameters(Collection<? extends Field<?>> columns) {
    return columns.stream().<Param<?>>map(StatementCompiler::parameter).toList();
  }

  /** Each column with its parameter, to be set in this order. */
  public static Map<Field<?>, Param<?>> assignments(Collection<? extends Field<?>> columns) {
    Map<Field<?>, Param<?>> assignments = new LinkedHashMap<>();
    columns.forEach(column -> assignments.put(column, parameter(column)));
    return assignments;
  }

  /** Each column with what an insert that met a conflict would have written into it. */
  public static Map<Field<?>, Field<?>> excluded(Collection<? extends Field<?>> columns) {
    Map<Field<?>, Field<?>> assignments = new LinkedHashMap<>();
    columns.forEach(column -> assignments.put(column, DSL.excluded(column)));
    return assignments;
  }

  static String place(Field<?> field) {
    return field instanceof TableField<?, ?> column && column.getTable() != null
        ? column.getTable().getName() + "." + field.getName()
        : field.getName();
  }

  /** A text column, compared by code point. */
  public Field<String> textByCodePoint(Field<String> field) {
    // SQLite does so by itself; PostgreSQL goes by the database's locale unless told.
    return isPostgres() ? field.collate("C") : field;
  }

  /** Whether statements are for PostgreSQL. */
  public boolean isPostgres() {
    return product == DatabaseProduct.POSTGRESQL;
  }

  Field<?> byCodePoint(Field<?> field) {
    return field.getType() == String.class ? textByCodePoint(field.coerce(String.class)) : field;
  }

  private void compile(String name, Table<?> table, Query query, List<FoundColumn> columns) {
    List<String> parameters = parameterNames(query);
    // Values are bound by position, so a parameter that is rendered twice would shift the others.
    if (parameters.size() != dsl.extractBindValues(query).size()) {
      throw new IllegalArgumentException(
          "A statement names each parameter once, but these stand in one that repeats some: "
              + parameters);
    }
    listener.accept(query);
    CompiledStatement statement =
        new CompiledStatement(
            dsl.render(query),
            keys(table),
            parameters.stream().map(parameter -> parameter(table, query, parameter)).toList(),
            columns);
    if (compiled.put(StatementFile.name(port, name), statement) != null) {
      throw new IllegalArgumentException(
          "Two statements are called %s.".formatted(StatementFile.name(port, name)));
    }
  }

  private static TableKeys keys(Table<?> table) {
    UniqueKey<?> key = table.getPrimaryKey();
    return new TableKeys(
        table.getName(),
        key == null ? List.of() : key.getFields().stream().map(StatementCompiler::place).toList(),
        table.getReferences().stream()
            .flatMap(reference -> reference.getFields().stream())
            .map(Field::getName)
            .toList());
  }

  /** In the order in which the values are bound. */
  private List<String> parameterNames(Query query) {
    return dsl.extractParams(query).entrySet().stream()
        .filter(parameter -> !parameter.getValue().isInline())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Parameter parameter(Table<?> table, Query query, String name) {
    String place = name.substring(name.lastIndexOf(' ') + 1);
    return new Parameter(place, isWritten(table, query, place) ? Use.WRITTEN : Use.ASKED_FOR);
  }

  // No update writes the key by which it finds its row, and no insert what it finds elsewhere.
  private static boolean isWritten(Table<?> table, Query query, String place) {
    UniqueKey<?> key = table.getPrimaryKey();
    boolean isKey =
        key != null && key.getFields().stream().anyMatch(field -> place(field).equals(place));
    boolean inserts = query instanceof Insert || query instanceof QOM.InsertReturning;
    return (inserts && place.startsWith(table.getName() + "."))
        || (query instanceof Update && !isKey);
  }
}
