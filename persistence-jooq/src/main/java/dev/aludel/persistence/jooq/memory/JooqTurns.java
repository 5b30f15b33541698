package dev.aludel.persistence.jooq.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.Turns;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import org.jspecify.annotations.Nullable;

/** The turns in the table {@code turns}. */
final class JooqTurns extends EntityRepository<Turn, Turn.Id> implements Turns {

  private final TurnStatements statements;

  JooqTurns(TurnStatements statements, Calls calls) {
    super(statements.entities, MemoryKeysets.TURNS, "turn", calls);
    this.statements = statements;
  }

  @Override
  public boolean append(Turn turn) {
    requireNonNull(turn, "turn");
    return insertIfAbsent(turn);
  }

  @Override
  public Page<Turn> pageNewestFirst(PageRequest request) {
    requireNonNull(request, "request");
    return statements.newest.page(calls(), MemoryKeysets.NEWEST_TURNS, request);
  }

  @Override
  protected Object key(Turn.Id id) {
    return id.value();
  }

  @Override
  protected Turn.Id id(Turn turn) {
    return turn.id();
  }

  @Override
  protected @Nullable Object[] values(Turn turn) {
    return TurnStatements.values(turn);
  }
}
