package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.SourcePosition;
import java.util.List;
import java.util.Optional;

/** The sections of a script: what it does on each database, in each direction. */
public final class ScriptBody {
  private final List<Section> sections;

  ScriptBody(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  List<Section> sections() {
    return sections;
  }

  /**
   * What runs on {@code product}, in order; all of one {@link Execution}. Empty when the direction
   * does nothing on any database.
   *
   * @throws ScriptException if another database has statements and this one has none, or if
   *     statements inside and outside a transaction are mixed
   */
  public List<ScriptStatement> statements(Direction direction, DatabaseProduct product) {
    List<ScriptStatement> statements =
        section(direction, product)
            .map(section -> section.statementsFor(product))
            .orElse(List.of());
    if (statements.isEmpty()) {
      refuseIfAnotherDatabaseHasStatements(direction, product);
    }
    refuseMixedExecution(statements);
    return statements;
  }

  /** Everything that runs in this direction on one database or another, as it is written. */
  public List<ScriptStatement> statements(Direction direction) {
    return sections.stream()
        .filter(section -> section.direction() == direction)
        .flatMap(section -> section.statements().stream())
        .toList();
  }

  /** Why {@code direction} cannot be run on {@code product}; empty if it can. */
  public Optional<String> irreversible(Direction direction, DatabaseProduct product) {
    if (sections.stream().noneMatch(section -> section.direction() == direction)) {
      return Optional.of("its " + direction.word() + " was never written");
    }
    return section(direction, product).flatMap(Section::irreversibleReason);
  }

  private Optional<Section> section(Direction direction, DatabaseProduct product) {
    return ofProduct(direction, Optional.of(product))
        .or(() -> ofProduct(direction, Optional.empty()));
  }

  private Optional<Section> ofProduct(Direction direction, Optional<DatabaseProduct> product) {
    return sections.stream()
        .filter(section -> section.direction() == direction)
        .filter(section -> Optional.ofNullable(section.product()).equals(product))
        .findFirst();
  }

  private void refuseIfAnotherDatabaseHasStatements(Direction direction, DatabaseProduct product) {
    for (DatabaseProduct other : DatabaseProduct.values()) {
      section(direction, other)
          .filter(section -> !section.statementsFor(other).isEmpty())
          .ifPresent(
              section -> {
                throw new ScriptException(
                    section.position(),
                    "the %s has statements for %s and none for %s. Write what %s needs, or, if it needs nothing, the section \"--@ %s %s\" with \"select 1;\"."
                        .formatted(
                            direction.word(),
                            other.title(),
                            product.title(),
                            product.title(),
                            direction.word(),
                            product.word()));
              });
    }
  }

  private static void refuseMixedExecution(List<ScriptStatement> statements) {
    for (ScriptStatement statement : statements) {
      if (statement.execution() != statements.get(0).execution()) {
        SourcePosition first = statements.get(0).position();
        throw new ScriptException(
            statement.position(),
            "this statement runs %s and the one at line %d runs %s. Statements outside a transaction need a revision of their own."
                .formatted(
                    place(statement.execution()),
                    first.line(),
                    place(statements.get(0).execution())));
      }
    }
  }

  private static String place(Execution execution) {
    return execution == Execution.AUTOCOMMIT ? "outside a transaction" : "inside a transaction";
  }
}
