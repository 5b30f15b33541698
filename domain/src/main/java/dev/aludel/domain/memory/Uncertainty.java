package dev.aludel.domain.memory;

import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an agent was not sure of, and what became of it. */
public interface Uncertainty extends MutableRepository<UncertaintyEntry, UncertaintyEntry.Id> {

  /**
   * Adds an entry with all its text, however long, unless its id is there already; then the stored
   * one stays as it was. Logging it again after an unknown outcome is harmless.
   *
   * @return whether it was added
   */
  boolean log(UncertaintyEntry entry);

  /**
   * The entries whose confidence lies in a range, the newest first, equal times by descending id;
   * an entry without a confidence lies in none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another range or query
   */
  Page<UncertaintyEntry> pageByConfidence(ConfidenceRange range, PageRequest request);

  /**
   * The entries that are not settled, the newest first, equal times by descending id. One that is
   * settled while somebody pages leaves the list, and no other is missed for it.
   *
   * @throws InvalidCursorException when the request's cursor was made by another query
   */
  Page<UncertaintyEntry> pageUnresolved(PageRequest request);

  /**
   * The entries that are not settled and whose confidence lies in a range, the newest first, equal
   * times by descending id; an entry without a confidence lies in none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another range or query
   */
  Page<UncertaintyEntry> pageUnresolved(ConfidenceRange range, PageRequest request);

  /**
   * Settles an entry, also one that is settled already. Its other fields stay.
   *
   * @param patternOrNull how it was settled; null when there is nothing to say
   * @return whether the entry was there
   */
  boolean resolve(UncertaintyEntry.Id id, @Nullable String patternOrNull);

  /**
   * What all entries together say, from one snapshot.
   *
   * @param now the end of the last 24 hours, which begin after that time of the day before
   * @throws IllegalArgumentException when the milliseconds since 1970 of either do not fit 64 bits
   */
  UncertaintyStatistics statistics(Instant now);
}
