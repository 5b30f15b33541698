package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.schema.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The constraints of a table by name. One without a name answers to the name that PostgreSQL gives
 * it: {@code t_a_b_key}, {@code t_pkey}, {@code t_a_fkey}, {@code t_a_check} for a check of one
 * column and {@code t_check} for another.
 */
final class ConstraintNames {
  private final TableText table;
  private final String tableName;
  private final Function<ConstraintText, List<String>> columnsOfCheck;

  /**
   * @param columnsOfCheck tells the columns that a check speaks of
   */
  ConstraintNames(
      TableText table, String tableName, Function<ConstraintText, List<String>> columnsOfCheck) {
    this.table = table;
    this.tableName = tableName;
    this.columnsOfCheck = columnsOfCheck;
  }

  /**
   * The constraint that answers to {@code wanted}.
   *
   * @throws dev.aludel.migrations.script.ScriptException if none does, or several do
   */
  ConstraintText one(Identifier wanted, SqliteTableWriter writer) {
    List<ConstraintText> found = find(wanted.value());
    if (found.size() != 1) {
      throw writer.refusal(
          "the table %s has %s constraints that answer to %s. It has: %s."
              .formatted(
                  tableName,
                  found.isEmpty() ? "no" : String.valueOf(found.size()),
                  wanted,
                  list()));
    }
    return found.get(0);
  }

  /** All constraints that answer to {@code wanted}; those that were given the name come alone. */
  private List<ConstraintText> find(String wanted) {
    List<ConstraintText> given = given(wanted);
    return given.isEmpty()
        ? constraints()
            .filter(constraint -> constraint.name() == null)
            .filter(constraint -> SqlText.sameName(nameOf(constraint), wanted))
            .toList()
        : given;
  }

  /** The constraints that were given the name {@code wanted}. */
  List<ConstraintText> given(String wanted) {
    return constraints().filter(constraint -> has(constraint.givenName(), wanted)).toList();
  }

  private static boolean has(Optional<String> name, String wanted) {
    return name.isPresent() && SqlText.sameName(name.get(), wanted);
  }

  private String list() {
    String names =
        constraints()
            .map(constraint -> constraint.givenName().orElseGet(() -> nameOf(constraint)))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private Stream<ConstraintText> constraints() {
    return table.all().stream()
        .filter(
            constraint ->
                switch (constraint.kind()) {
                  case PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY -> true;
                  case NOT_NULL -> constraint.name() != null;
                  case NULL, DEFAULT, COLLATE, GENERATED, DEFERRABLE, OTHER -> false;
                });
  }

  private String nameOf(ConstraintText constraint) {
    if (constraint.kind() == Kind.CHECK) {
      List<String> columns = columnsOfCheck.apply(constraint);
      return columns.size() == 1 ? name(columns.get(0), "check") : name("", "check");
    }
    String columns = String.join("_", table.columnsOf(constraint));
    return switch (constraint.kind()) {
      case PRIMARY_KEY -> name("", "pkey");
      case UNIQUE -> name(columns, "key");
      default -> name(columns, "fkey");
    };
  }

  private String name(String columns, String label) {
    return DefaultName.of(tableName, columns, label);
  }
}
