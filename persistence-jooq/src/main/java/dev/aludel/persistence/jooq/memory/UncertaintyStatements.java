package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.UNCERTAINTY_LOG;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.domain.memory.UncertaintyStatistics;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqUncertainty}. */
final class UncertaintyStatements {

  private static final List<Field<?>> DATA =
      List.of(
          UNCERTAINTY_LOG.CREATED_TIME,
          UNCERTAINTY_LOG.USER_MESSAGE,
          UNCERTAINTY_LOG.PARSED_INTENT,
          UNCERTAINTY_LOG.CONFIDENCE_SCORE,
          UNCERTAINTY_LOG.CONTEXT,
          UNCERTAINTY_LOG.SIGNALS,
          UNCERTAINTY_LOG.RESOLVED,
          UNCERTAINTY_LOG.RESOLUTION_PATTERN);

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(UNCERTAINTY_LOG.CREATED_TIME, UNCERTAINTY_LOG.ID);

  final EntityStatements<UncertaintyEntry> entities;
  final CompiledUpdate resolve;
  final KeysetQuery<UncertaintyEntry> byConfidence;
  final KeysetQuery<UncertaintyEntry> unresolved;
  final KeysetQuery<UncertaintyEntry> unresolvedByConfidence;
  final CompiledQuery<UncertaintyStatistics> statistics;

  UncertaintyStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            UNCERTAINTY_LOG,
            UNCERTAINTY_LOG.ID,
            DATA,
            KeysetOrder.ascending(UNCERTAINTY_LOG.CREATED_TIME, UNCERTAINTY_LOG.ID),
            UncertaintyStatements::entry);
    resolve =
        compiler.update(
            UNCERTAINTY_LOG,
            compiler
                .dsl()
                .update(UNCERTAINTY_LOG)
                .set(UNCERTAINTY_LOG.RESOLVED, inline(true))
                .set(
                    UNCERTAINTY_LOG.RESOLUTION_PATTERN,
                    parameter(UNCERTAINTY_LOG.RESOLUTION_PATTERN))
                .where(UNCERTAINTY_LOG.ID.eq(parameter(UNCERTAINTY_LOG.ID))));
    Condition inRange =
        UNCERTAINTY_LOG.CONFIDENCE_SCORE.between(
            parameter("least", UNCERTAINTY_LOG.CONFIDENCE_SCORE),
            parameter("greatest", UNCERTAINTY_LOG.CONFIDENCE_SCORE));
    Condition open = UNCERTAINTY_LOG.RESOLVED.eq(inline(false));
    byConfidence = entities.page(inRange, NEWEST_FIRST);
    unresolved = entities.page(open, NEWEST_FIRST);
    unresolvedByConfidence = entities.page(open.and(inRange), NEWEST_FIRST);
    statistics = statistics(compiler);
  }

  private static CompiledQuery<UncertaintyStatistics> statistics(StatementCompiler compiler) {
    Field<Integer> total = count();
    Field<Integer> resolved =
        count().filterWhere(UNCERTAINTY_LOG.RESOLVED.eq(inline(true))).as("resolved");
    // PostgreSQL's mean of floats is a float; jOOQ takes it for a decimal number and converts it.
    Field<Double> mean = avg(UNCERTAINTY_LOG.CONFIDENCE_SCORE).coerce(Double.class).as("mean");
    Field<Integer> lastDay =
        count()
            .filterWhere(
                UNCERTAINTY_LOG
                    .CREATED_TIME
                    .gt(parameter("after", UNCERTAINTY_LOG.CREATED_TIME))
                    .and(
                        UNCERTAINTY_LOG.CREATED_TIME.le(
                            parameter("until", UNCERTAINTY_LOG.CREATED_TIME))))
            .as("last_day");
    return compiler.query(
        UNCERTAINTY_LOG,
        compiler.dsl().select(total, resolved, mean, lastDay).from(UNCERTAINTY_LOG),
        row ->
            new UncertaintyStatistics(
                row.number(total),
                row.number(resolved),
                row.nullableReal(mean),
                row.number(lastDay)));
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

  private static UncertaintyEntry entry(Row row) {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(row.number(UNCERTAINTY_LOG.ID)),
        row.time(UNCERTAINTY_LOG.CREATED_TIME),
        row.nullableText(UNCERTAINTY_LOG.USER_MESSAGE),
        row.nullableText(UNCERTAINTY_LOG.PARSED_INTENT),
        row.nullableReal(UNCERTAINTY_LOG.CONFIDENCE_SCORE),
        row.nullableText(UNCERTAINTY_LOG.CONTEXT),
        row.readOrNull(UNCERTAINTY_LOG.SIGNALS, Json::new),
        row.flag(UNCERTAINTY_LOG.RESOLVED),
        row.nullableText(UNCERTAINTY_LOG.RESOLUTION_PATTERN));
  }
}
