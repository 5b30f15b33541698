package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.SourcePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sections of a script: what it does on each database, in each direction. */
public final class ScriptBody {
  private final String scriptName;
  private final List<Section> sections;

  ScriptBody(String scriptName, List<Section> sections) {
    this.scriptName = scriptName;
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
   * @throws IllegalArgumentException if the direction is {@linkplain #irreversible irreversible}
   */
  public List<ScriptStatement> statements(Direction direction, DatabaseProduct product) {
    Section section =
        section(direction, product)
            .orElseThrow(() -> new IllegalArgumentException(scriptName + " has no way back"));
    List<ScriptStatement> statements = section.statementsFor(product);
    if (statements.isEmpty()) {
      refuseIfAnotherDatabaseHasStatements(section, product);
    }
    refuseMixedExecution(statements);
    return statements;
  }

  /** Why {@code direction} cannot be run on {@code product}; empty if it can. */
  public Optional<String> irreversible(Direction direction, DatabaseProduct product) {
    return section(direction, product)
        .map(Section::irreversibleReason)
        .orElseGet(() -> Optional.of("its " + direction.word() + " was never written"));
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

  private void refuseIfAnotherDatabaseHasStatements(Section section, DatabaseProduct product) {
    Arrays.stream(DatabaseProduct.values())
        .filter(other -> other != product)
        .filter(other -> hasStatements(section.direction(), other))
        .findFirst()
        .ifPresent(
            other -> {
              throw new ScriptException(
                  section.position(),
                  "the %s has statements for %s and none for %s. Write what %s needs, or, if it needs nothing, the section \"--@ %s %s\" with \"select 1;\"."
                      .formatted(
                          section.direction().word(),
                          other.title(),
                          product.title(),
                          product.title(),
                          section.direction().word(),
                          product.word()));
            });
  }

  private boolean hasStatements(Direction direction, DatabaseProduct product) {
    return section(direction, product)
        .filter(section -> !section.statementsFor(product).isEmpty())
        .isPresent();
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
