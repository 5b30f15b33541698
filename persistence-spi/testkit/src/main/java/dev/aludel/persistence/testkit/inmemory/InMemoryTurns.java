package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.Turns;

/** The turns in memory. */
final class InMemoryTurns extends MutableTableRepository<Turn, Turn.Id> implements Turns {

  private static final Table<Turn, Turn.Id> TABLE =
      Table.of("turns", Turn::id)
          .text("user_input", Turn::userInputOrNull)
          .text("assistant_response", Turn::assistantResponseOrNull)
          .json("metadata", Turn::metadataOrNull);

  InMemoryTurns(Calls calls) {
    super(TABLE, "turn", MemoryKeysets.TURNS, calls);
  }

  @Override
  public boolean append(Turn turn) {
    requireNonNull(turn, "turn");
    return insertIfAbsent(turn);
  }

  @Override
  public Page<Turn> pageNewestFirst(PageRequest request) {
    requireNonNull(request, "request");
    return page(MemoryKeysets.NEWEST_TURNS, Direction.DESCENDING, request, turns -> turns);
  }
}
