package dev.aludel.persistence.jooq.memory;

import dev.aludel.persistence.jooq.statement.StatementCompiler;

/** The SQL of all statements of this package, which is kept rendered in the files beside it. */
public final class MemorySql {

  private MemorySql() {}

  /** Compiles it. */
  public static void compile(StatementCompiler compiler) {
    EpisodeSql.compile(compiler.of("episodes"));
    LongTermSql.compile(compiler.of("longTerm"));
    TurnSql.compile(compiler.of("turns"));
    UncertaintySql.compile(compiler.of("uncertainty"));
    SemanticMemorySql.compile(compiler.of("semanticMemories"));
  }
}
