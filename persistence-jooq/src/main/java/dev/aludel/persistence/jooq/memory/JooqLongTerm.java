package dev.aludel.persistence.jooq.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.Keyset;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.LongTerm;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values under keys in the table {@code long_term}. */
final class JooqLongTerm extends EntityRepository<LongTermEntry, LongTermEntry.Key>
    implements LongTerm {

  private final LongTermStatements statements;

  JooqLongTerm(LongTermStatements statements, Calls calls) {
    super(statements.entities, MemoryKeysets.LONG_TERM, "long-term entry", calls);
    this.statements = statements;
  }

  @Override
  public boolean compareAndSet(
      LongTermEntry.Key key, Optional<Json> expected, Json next, Instant now) {
    requireNonNull(key, "key");
    requireNonNull(expected, "expected");
    requireNonNull(next, "next");
    requireNonNull(now, "now");
    LongTermEntry entry = new LongTermEntry(key, next, now);
    return expected.isEmpty()
        ? insertIfAbsent(entry)
        : calls()
                .change(
                    statements.replaceExpected,
                    next.text(),
                    entry.updatedAt().toEpochMilli(),
                    key.value(),
                    expected.get().text())
            > 0;
  }

  @Override
  public Page<LongTermEntry> pageOfPrefix(String prefix, PageRequest request) {
    requireNonNull(prefix, "prefix");
    requireNonNull(request, "request");
    Keyset<LongTermEntry> keyset = MemoryKeysets.longTermOf(prefix);
    Optional<String> end = PrefixEnd.of(prefix);
    return end.isEmpty()
        ? statements.from.page(calls(), keyset, request, prefix)
        : statements.between.page(calls(), keyset, request, prefix, end.get());
  }

  @Override
  protected Object key(LongTermEntry.Key key) {
    return key.value();
  }

  @Override
  protected LongTermEntry.Key id(LongTermEntry entry) {
    return entry.key();
  }

  @Override
  protected @Nullable Object[] values(LongTermEntry entry) {
    return LongTermStatements.values(entry);
  }
}
