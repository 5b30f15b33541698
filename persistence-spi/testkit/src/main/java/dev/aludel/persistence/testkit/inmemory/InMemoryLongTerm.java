package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.LongTerm;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.persistence.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The values under keys in memory. */
final class InMemoryLongTerm extends MutableTableRepository<LongTermEntry, LongTermEntry.Key>
    implements LongTerm {

  private static final Table<LongTermEntry, LongTermEntry.Key> TABLE =
      Table.of("long_term", List.of("key"), LongTermEntry::key)
          .json("value", LongTermEntry::value)
          .text("key", entry -> entry.key().value());

  InMemoryLongTerm(Calls calls) {
    super(TABLE, "long-term entry", MemoryKeysets.LONG_TERM, calls);
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
            .write(
                tables -> {
                  TABLE.requireStorableBesidesId(entry);
                  StorableText.require("long_term.value", expected.get().text());
                  boolean same = tables.find(TABLE, key).map(LongTermEntry::value).equals(expected);
                  return same && tables.replace(TABLE, entry);
                });
  }

  @Override
  public Page<LongTermEntry> pageOfPrefix(String prefix, PageRequest request) {
    requireNonNull(prefix, "prefix");
    requireNonNull(request, "request");
    StorableText.require("long_term.key", prefix);
    return page(
        MemoryKeysets.longTermOf(prefix),
        Direction.ASCENDING,
        request,
        entries -> entries.filter(entry -> entry.key().value().startsWith(prefix)));
  }
}
