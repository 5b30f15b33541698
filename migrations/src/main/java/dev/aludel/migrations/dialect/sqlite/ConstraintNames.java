package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.dialect.sqlite.TableText.ColumnText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The constraints of a table by name. One without a name answers to the name that PostgreSQL gives
 * it: {@code t_a_b_key}, {@code t_pkey}, {@code t_a_fkey}, {@code t_a_check}, {@code t_check}
 * ({@code ChooseIndexName} and {@code ChooseConstraintName} there).
 */
final class ConstraintNames {
  private final TableText table;
  private final String tableName;

  ConstraintNames(TableText table, String tableName) {
    this.table = table;
    this.tableName = tableName;
  }

  /** All constraints that answer to {@code wanted}; those that were given the name come alone. */
  List<ConstraintText> find(String wanted) {
    List<ConstraintText> given =
        candidates()
            .map(Candidate::constraint)
            .filter(
                constraint -> constraint.givenName().filter(wanted::equalsIgnoreCase).isPresent())
            .toList();
    return given.isEmpty()
        ? candidates()
            .filter(candidate -> candidate.constraint().name() == null)
            .filter(candidate -> nameOf(candidate).equalsIgnoreCase(wanted))
            .map(Candidate::constraint)
            .toList()
        : given;
  }

  /** All names, for a message. */
  String list() {
    String names =
        candidates()
            .map(candidate -> candidate.constraint().givenName().orElseGet(() -> nameOf(candidate)))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  /** A constraint with the columns that it is about. */
  private record Candidate(ConstraintText constraint, List<String> columns) {}

  private Stream<Candidate> candidates() {
    Stream<Candidate> ofColumns =
        table.columns().stream()
            .flatMap(
                column ->
                    column.properties().stream()
                        .map(property -> new Candidate(property, List.of(column.value()))));
    Stream<Candidate> ofTable =
        table.constraints().stream()
            .map(constraint -> new Candidate(constraint, columnsOf(constraint)));
    return Stream.concat(ofColumns, ofTable)
        .filter(candidate -> isConstraint(candidate.constraint().kind()));
  }

  private static boolean isConstraint(Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY -> true;
      case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, OTHER -> false;
    };
  }

  private List<String> columnsOf(ConstraintText constraint) {
    return constraint.columns().isEmpty()
        ? table.columns().stream().map(ColumnText::value).filter(constraint::mentions).toList()
        : constraint.columns();
  }

  private String nameOf(Candidate candidate) {
    String columns = String.join("_", candidate.columns());
    return switch (candidate.constraint().kind()) {
      case PRIMARY_KEY -> tableName + "_pkey";
      case UNIQUE -> tableName + "_" + columns + "_key";
      case FOREIGN_KEY -> tableName + "_" + columns + "_fkey";
      default ->
          candidate.columns().size() == 1
              ? tableName + "_" + columns + "_check"
              : tableName + "_check";
    };
  }
}
