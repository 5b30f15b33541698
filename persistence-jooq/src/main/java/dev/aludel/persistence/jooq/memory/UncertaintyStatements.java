package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.domain.memory.UncertaintyStatistics;
import dev.aludel.persistence.jooq.generated.columns.UncertaintyLog;
import dev.aludel.persistence.jooq.statement.Column;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqUncertainty}. */
final class UncertaintyStatements {

  private static final Column<Integer> RESOLVED = new Column<>("resolved");
  private static final Column<Double> MEAN = new Column<>("mean");
  private static final Column<Integer> LAST_DAY = new Column<>("last_day");

  final EntityStatements<UncertaintyEntry> entities;
  final CompiledUpdate resolve;
  final KeysetQuery<UncertaintyEntry> byConfidence;
  final KeysetQuery<UncertaintyEntry> unresolved;
  final KeysetQuery<UncertaintyEntry> unresolvedByConfidence;
  final CompiledQuery<UncertaintyStatistics> statistics;

  UncertaintyStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, UncertaintyStatements::entry);
    resolve = statements.update("resolve");
    byConfidence = entities.page("byConfidence");
    unresolved = entities.page("unresolved");
    unresolvedByConfidence = entities.page("unresolvedByConfidence");
    statistics = statements.query("statistics", UncertaintyStatements::statistics);
  }

  /** The entry's values in the order of the columns, the id last. */
  static @Nullable Object[] values(UncertaintyEntry entry) {
    return new @Nullable Object[] {
      entry.createdAt().toEpochMilli(),
      entry.userMessageOrNull(),
      entry.parsedIntentOrNull(),
      entry.confidenceOrNull(),
      entry.contextOrNull(),
      JsonText.of(entry.signalsOrNull()),
      entry.resolved(),
      entry.resolutionPatternOrNull(),
      entry.id().value()
    };
  }

  private static UncertaintyStatistics statistics(Row row) {
    return new UncertaintyStatistics(
        row.number(CompiledStatements.COUNT),
        row.number(RESOLVED),
        row.nullableReal(MEAN),
        row.number(LAST_DAY));
  }

  private static UncertaintyEntry entry(Row row) {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(row.number(UncertaintyLog.ID)),
        row.time(UncertaintyLog.CREATED_TIME),
        row.nullableText(UncertaintyLog.USER_MESSAGE),
        row.nullableText(UncertaintyLog.PARSED_INTENT),
        row.nullableReal(UncertaintyLog.CONFIDENCE_SCORE),
        row.nullableText(UncertaintyLog.CONTEXT),
        row.readOrNull(UncertaintyLog.SIGNALS, Json::new),
        row.flag(UncertaintyLog.RESOLVED),
        row.nullableText(UncertaintyLog.RESOLUTION_PATTERN));
  }
}
