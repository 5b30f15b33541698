package dev.aludel.persistence.jooq.memory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.Uncertainty;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.domain.memory.UncertaintyStatistics;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The uncertainties in the table {@code uncertainty_log}. */
final class JooqUncertainty extends EntityRepository<UncertaintyEntry, UncertaintyEntry.Id>
    implements Uncertainty {

  private final UncertaintyStatements statements;

  JooqUncertainty(UncertaintyStatements statements, Calls calls) {
    super(statements.entities, MemoryKeysets.UNCERTAINTY, "uncertainty", calls);
    this.statements = statements;
  }

  @Override
  public boolean log(UncertaintyEntry entry) {
    requireNonNull(entry, "entry");
    return insertIfAbsent(entry);
  }

  @Override
  public Page<UncertaintyEntry> pageByConfidence(ConfidenceRange range, PageRequest request) {
    requireNonNull(range, "range");
    requireNonNull(request, "request");
    return statements.byConfidence.page(
        calls(), MemoryKeysets.uncertaintyOf(range), request, range.least(), range.greatest());
  }

  @Override
  public Page<UncertaintyEntry> pageUnresolved(PageRequest request) {
    requireNonNull(request, "request");
    return statements.unresolved.page(calls(), MemoryKeysets.UNRESOLVED, request);
  }

  @Override
  public Page<UncertaintyEntry> pageUnresolved(ConfidenceRange range, PageRequest request) {
    requireNonNull(range, "range");
    requireNonNull(request, "request");
    return statements.unresolvedByConfidence.page(
        calls(), MemoryKeysets.unresolvedOf(range), request, range.least(), range.greatest());
  }

  @Override
  public boolean resolve(UncertaintyEntry.Id id, @Nullable String patternOrNull) {
    requireNonNull(id, "id");
    return calls().change(statements.resolve, patternOrNull, id.value()) > 0;
  }

  @Override
  public UncertaintyStatistics statistics(Instant now) {
    requireNonNull(now, "now");
    long after = UncertaintyStatistics.lastDayBefore(now).toEpochMilli();
    return calls().only(statements.statistics, after, now.toEpochMilli());
  }

  @Override
  protected Object key(UncertaintyEntry.Id id) {
    return id.value();
  }

  @Override
  protected UncertaintyEntry.Id id(UncertaintyEntry entry) {
    return entry.id();
  }

  @Override
  protected @Nullable Object[] values(UncertaintyEntry entry) {
    return UncertaintyStatements.values(entry);
  }
}
