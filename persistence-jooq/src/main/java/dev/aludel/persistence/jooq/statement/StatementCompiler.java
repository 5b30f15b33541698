package dev.aludel.persistence.jooq.statement;

import dev.aludel.persistence.jooq.statement.Parameter.Use;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * Renders jOOQ statements for one database, once for the life of a storage: rendering and records
 * are what makes plain jOOQ slower than JDBC, and both are gone afterwards. Immutable.
 */
public final class StatementCompiler {

  private final DSLContext dsl;
  private final Consumer<Query> listener;

  /** A compiler for the dialect's database. */
  public StatementCompiler(SQLDialect dialect) {
    this(dialect, statement -> {});
  }

  /**
   * A compiler for the dialect's database.
   *
   * @param listener is told each statement that is compiled
   */
  public StatementCompiler(SQLDialect dialect, Consumer<Query> listener) {
    this.dsl = DSL.using(dialect);
    this.listener = listener;
  }

  /** What statements are written with. */
  public DSLContext dsl() {
    return dsl;
  }

  /** Renders a statement that changes rows of a table. */
  public CompiledUpdate update(Table<?> table, Query query) {
    return new CompiledUpdate(compile(table, query));
  }

  /** Renders a statement that finds rows of a table. */
  public <T> CompiledQuery<T> query(Table<?> table, Select<?> select, Function<Row, T> reader) {
    return new CompiledQuery<>(compile(table, select), select.getSelect(), reader);
  }

  /** Renders a statement that changes rows of a table and finds what they are afterwards. */
  public <T> CompiledQuery<T> returning(
      Table<?> table, ResultQuery<?> change, List<Field<?>> returned, Function<Row, T> reader) {
    return new CompiledQuery<>(compile(table, change), returned, reader);
  }

  /** Renders the two statements of a paged list. */
  public <T> KeysetQuery<T> keyset(
      Table<?> table,
      Collection<? extends Field<?>> columns,
      Condition condition,
      KeysetOrder order,
      Function<Row, T> reader) {
    return new KeysetQuery<>(
        first(table, columns, condition, order, reader),
        first(table, columns, condition.and(order.behind(this)), order, reader),
        streaming());
  }

  /**
   * Renders a paged list whose statements are given: each ends with the limit, and the second has
   * the place's keys before it.
   */
  public <T> KeysetQuery<T> keyset(
      Table<?> table, Select<?> first, Select<?> behind, Function<Row, T> reader) {
    return new KeysetQuery<>(
        query(table, first, reader), query(table, behind, reader), streaming());
  }

  private Streaming streaming() {
    return isPostgres() ? Streaming.OPEN_QUERY : Streaming.PAGES;
  }

  /** Renders the first rows that meet a condition; the last value says how many at most. */
  public <T> CompiledQuery<T> first(
      Table<?> table,
      Collection<? extends Field<?>> columns,
      Condition condition,
      KeysetOrder order,
      Function<Row, T> reader) {
    Select<?> select =
        dsl.select(columns)
            .from(table)
            .where(condition)
            .orderBy(order.fields(this))
            .limit(order.limit(this, table, condition));
    List<String> names = parameterNames(select);
    return new CompiledQuery<>(
        compile(table, select),
        List.copyOf(columns),
        columns.stream().mapToInt(column -> givenAt(column, condition, names)).toArray(),
        reader);
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
        : CompiledQuery.NOT_GIVEN;
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

  boolean isPostgres() {
    return dsl.dialect().family() == SQLDialect.POSTGRES;
  }

  Field<?> byCodePoint(Field<?> field) {
    return field.getType() == String.class ? textByCodePoint(field.coerce(String.class)) : field;
  }

  private CompiledStatement compile(Table<?> table, Query query) {
    List<String> parameters = parameterNames(query);
    // Values are bound by position, so a parameter that is rendered twice would shift the others.
    if (parameters.size() != dsl.extractBindValues(query).size()) {
      throw new IllegalArgumentException(
          "A statement names each parameter once, but these stand in one that repeats some: "
              + parameters);
    }
    listener.accept(query);
    return new CompiledStatement(
        dsl.render(query),
        table,
        parameters.stream().map(name -> parameter(table, query, name)).toList());
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

  // No update writes the key by which it finds its row.
  private static boolean isWritten(Table<?> table, Query query, String place) {
    UniqueKey<?> key = table.getPrimaryKey();
    boolean isKey =
        key != null && key.getFields().stream().anyMatch(field -> place(field).equals(place));
    return query instanceof Insert || (query instanceof Update && !isKey);
  }
}
