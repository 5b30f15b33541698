package dev.aludel.persistence.jooq.statement;

/** A statement that changes rows. Made by {@link CompiledStatements}; immutable. */
public final class CompiledUpdate {

  private final CompiledStatement statement;

  CompiledUpdate(CompiledStatement statement) {
    this.statement = statement;
  }

  CompiledStatement statement() {
    return statement;
  }
}
