package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.LongTerm;
import dev.aludel.domain.memory.SemanticMemories;
import dev.aludel.domain.memory.Turns;
import dev.aludel.domain.memory.Uncertainty;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.CompiledStatements;

/** Makes the repositories of this package; their statements are read once. Immutable. */
public final class MemoryRepositories {

  private final EpisodeStatements episodes;
  private final LongTermStatements longTerm;
  private final TurnStatements turns;
  private final UncertaintyStatements uncertainty;
  private final SemanticMemoryStatements semanticMemories;

  /**
   * Repositories for a database.
   *
   * @param statements of this package
   */
  public MemoryRepositories(CompiledStatements statements) {
    this.episodes = new EpisodeStatements(statements.of("episodes"));
    this.longTerm = new LongTermStatements(statements.of("longTerm"));
    this.turns = new TurnStatements(statements.of("turns"));
    this.uncertainty = new UncertaintyStatements(statements.of("uncertainty"));
    this.semanticMemories = new SemanticMemoryStatements(statements.of("semanticMemories"));
  }

  /** The episodes, with their calls run where {@code calls} runs them. */
  public Episodes episodes(Calls calls) {
    return new JooqEpisodes(episodes, calls);
  }

  /** The values under keys, with their calls run where {@code calls} runs them. */
  public LongTerm longTerm(Calls calls) {
    return new JooqLongTerm(longTerm, calls);
  }

  /** The turns, with their calls run where {@code calls} runs them. */
  public Turns turns(Calls calls) {
    return new JooqTurns(turns, calls);
  }

  /** The uncertainties, with their calls run where {@code calls} runs them. */
  public Uncertainty uncertainty(Calls calls) {
    return new JooqUncertainty(uncertainty, calls);
  }

  /** The memories, with their calls run where {@code calls} runs them. */
  public SemanticMemories semanticMemories(Calls calls) {
    return new JooqSemanticMemories(semanticMemories, calls);
  }
}
