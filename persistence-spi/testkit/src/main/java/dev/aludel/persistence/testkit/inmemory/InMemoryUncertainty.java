package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.TimeRange;
import dev.aludel.domain.memory.Uncertainty;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.domain.memory.UncertaintyStatistics;
import dev.aludel.persistence.StorableText;
import java.time.Instant;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The uncertainties in memory. */
final class InMemoryUncertainty
    extends MutableTableRepository<UncertaintyEntry, UncertaintyEntry.Id> implements Uncertainty {

  private static final Table<UncertaintyEntry, UncertaintyEntry.Id> TABLE =
      Table.of("uncertainty_log", UncertaintyEntry::id)
          .text("user_message", UncertaintyEntry::userMessageOrNull)
          .text("parsed_intent", UncertaintyEntry::parsedIntentOrNull)
          .text("context", UncertaintyEntry::contextOrNull)
          .json("signals", UncertaintyEntry::signalsOrNull)
          .text("resolution_pattern", UncertaintyEntry::resolutionPatternOrNull);

  InMemoryUncertainty(Calls calls) {
    super(TABLE, "uncertainty", MemoryKeysets.UNCERTAINTY, calls);
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
    return page(
        MemoryKeysets.uncertaintyOf(range),
        Direction.DESCENDING,
        request,
        entries -> entries.filter(entry -> isIn(range, entry)));
  }

  @Override
  public Page<UncertaintyEntry> pageUnresolved(PageRequest request) {
    requireNonNull(request, "request");
    return page(
        MemoryKeysets.UNRESOLVED,
        Direction.DESCENDING,
        request,
        entries -> entries.filter(entry -> !entry.resolved()));
  }

  @Override
  public Page<UncertaintyEntry> pageUnresolved(ConfidenceRange range, PageRequest request) {
    requireNonNull(range, "range");
    requireNonNull(request, "request");
    return page(
        MemoryKeysets.unresolvedOf(range),
        Direction.DESCENDING,
        request,
        entries -> entries.filter(entry -> !entry.resolved() && isIn(range, entry)));
  }

  private static boolean isIn(ConfidenceRange range, UncertaintyEntry entry) {
    Double confidence = entry.confidenceOrNull();
    return confidence != null && confidence >= range.least() && confidence <= range.greatest();
  }

  @Override
  public boolean resolve(UncertaintyEntry.Id id, @Nullable String patternOrNull) {
    requireNonNull(id, "id");
    return calls()
        .write(
            tables -> {
              if (patternOrNull != null) {
                StorableText.require("uncertainty_log.resolution_pattern", patternOrNull);
              }
              return find(tables, id)
                  .map(entry -> tables.replace(TABLE, entry.settled(patternOrNull)))
                  .orElse(false);
            });
  }

  @Override
  public UncertaintyStatistics statistics(Instant now) {
    requireNonNull(now, "now");
    TimeRange lastDay = new TimeRange(UncertaintyStatistics.lastDayBefore(now), now);
    return calls().read(tables -> statistics(tables.all(TABLE), lastDay));
  }

  private static UncertaintyStatistics statistics(
      Collection<UncertaintyEntry> entries, TimeRange lastDay) {
    DoubleSummaryStatistics confidences =
        entries.stream()
            .map(UncertaintyEntry::confidenceOrNull)
            .filter(Objects::nonNull)
            .mapToDouble(confidence -> confidence)
            .summaryStatistics();
    return new UncertaintyStatistics(
        entries.size(),
        entries.stream().filter(UncertaintyEntry::resolved).count(),
        confidences.getCount() == 0 ? null : (Double) confidences.getAverage(),
        entries.stream().filter(entry -> isOf(lastDay, entry.createdAt())).count());
  }

  // Its end belongs to the day, and its beginning does not.
  private static boolean isOf(TimeRange day, Instant moment) {
    return moment.isAfter(day.from()) && !moment.isAfter(day.until());
  }
}
