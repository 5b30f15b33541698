package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DEVELOPER_DECISIONS;
import static dev.aludel.persistence.jooq.generated.Tables.INCONSISTENCIES;
import static dev.aludel.persistence.jooq.generated.Tables.RECOMMENDATION_INCONSISTENCIES;
import static dev.aludel.persistence.jooq.generated.Tables.SUGGESTED_CHANGES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.SuggestedChange;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The statements of {@link JooqRecommendations} for what belongs to a recommendation. */
final class RecommendationPartStatements {

  private static final List<Field<?>> LINK =
      List.of(
          RECOMMENDATION_INCONSISTENCIES.RECOMMENDATION_ID,
          RECOMMENDATION_INCONSISTENCIES.INCONSISTENCY_ID);

  private static final List<Field<?>> CHANGE =
      List.of(
          SUGGESTED_CHANGES.ID,
          SUGGESTED_CHANGES.RECOMMENDATION_ID,
          SUGGESTED_CHANGES.DOCUMENT_ID,
          SUGGESTED_CHANGES.CHANGE_TYPE,
          SUGGESTED_CHANGES.LOCATION,
          SUGGESTED_CHANGES.BEFORE_TEXT,
          SUGGESTED_CHANGES.AFTER_TEXT,
          SUGGESTED_CHANGES.CREATED_TIME);

  private static final List<Field<?>> DECISION =
      List.of(
          DEVELOPER_DECISIONS.ID,
          DEVELOPER_DECISIONS.RECOMMENDATION_ID,
          DEVELOPER_DECISIONS.DECISION,
          DEVELOPER_DECISIONS.COMMENTS,
          DEVELOPER_DECISIONS.DECIDED_TIME,
          DEVELOPER_DECISIONS.IMPLEMENTED_TIME,
          DEVELOPER_DECISIONS.CREATED_TIME);

  final CompiledUpdate link;
  final CompiledUpdate take;
  final CompiledUpdate suggest;
  final CompiledUpdate keep;
  final KeysetQuery<Inconsistency.Id> inconsistencies;
  final KeysetQuery<SuggestedChange> changes;
  final KeysetQuery<DeveloperDecision> decisions;

  RecommendationPartStatements(StatementCompiler compiler) {
    link = insertion(compiler, RECOMMENDATION_INCONSISTENCIES, LINK);
    suggest = insertion(compiler, SUGGESTED_CHANGES, CHANGE);
    keep = insertion(compiler, DEVELOPER_DECISIONS, DECISION);
    take =
        compiler.update(
            INCONSISTENCIES,
            compiler
                .dsl()
                .update(INCONSISTENCIES)
                .set(
                    INCONSISTENCIES.STATUS, inline(Inconsistency.Status.IN_RECOMMENDATION.stored()))
                .set(INCONSISTENCIES.UPDATED_TIME, parameter(INCONSISTENCIES.UPDATED_TIME))
                .where(INCONSISTENCIES.ID.eq(parameter(INCONSISTENCIES.ID)))
                .and(INCONSISTENCIES.STATUS.eq(inline(Inconsistency.Status.PENDING.stored()))));
    inconsistencies =
        compiler.keyset(
            RECOMMENDATION_INCONSISTENCIES,
            List.of(RECOMMENDATION_INCONSISTENCIES.INCONSISTENCY_ID),
            RECOMMENDATION_INCONSISTENCIES.RECOMMENDATION_ID.eq(
                parameter(RECOMMENDATION_INCONSISTENCIES.RECOMMENDATION_ID)),
            KeysetOrder.ascending(RECOMMENDATION_INCONSISTENCIES.INCONSISTENCY_ID),
            row ->
                new Inconsistency.Id(row.number(RECOMMENDATION_INCONSISTENCIES.INCONSISTENCY_ID)));
    changes =
        compiler.keyset(
            SUGGESTED_CHANGES,
            CHANGE,
            SUGGESTED_CHANGES.RECOMMENDATION_ID.eq(parameter(SUGGESTED_CHANGES.RECOMMENDATION_ID)),
            KeysetOrder.ascending(SUGGESTED_CHANGES.ID),
            RecommendationPartStatements::change);
    decisions =
        compiler.keyset(
            DEVELOPER_DECISIONS,
            DECISION,
            DEVELOPER_DECISIONS.RECOMMENDATION_ID.eq(
                parameter(DEVELOPER_DECISIONS.RECOMMENDATION_ID)),
            KeysetOrder.descending(DEVELOPER_DECISIONS.DECIDED_TIME, DEVELOPER_DECISIONS.ID),
            RecommendationPartStatements::decision);
  }

  private static CompiledUpdate insertion(
      StatementCompiler compiler, Table<?> table, List<Field<?>> columns) {
    return compiler.update(
        table, compiler.dsl().insertInto(table).columns(columns).values(parameters(columns)));
  }

  /** The values in the order of the columns. */
  static @Nullable Object[] values(SuggestedChange change) {
    Document.Id document = change.documentIdOrNull();
    return new @Nullable Object[] {
      change.id().value(),
      change.recommendationId().value(),
      document == null ? null : document.value(),
      change.type().stored(),
      change.location(),
      change.beforeOrNull(),
      change.afterOrNull(),
      change.createdAt().toEpochMilli()
    };
  }

  /** The values in the order of the columns. */
  static @Nullable Object[] values(DeveloperDecision decision) {
    return new @Nullable Object[] {
      decision.id().value(),
      decision.recommendationId().value(),
      decision.verdict().stored(),
      decision.commentsOrNull(),
      decision.decidedAt().toEpochMilli(),
      Milliseconds.of(decision.implementedAtOrNull()),
      decision.createdAt().toEpochMilli()
    };
  }

  private static SuggestedChange change(Row row) {
    Long document = row.nullableNumber(SUGGESTED_CHANGES.DOCUMENT_ID);
    return new SuggestedChange(
        new SuggestedChange.Id(row.number(SUGGESTED_CHANGES.ID)),
        new Recommendation.Id(row.number(SUGGESTED_CHANGES.RECOMMENDATION_ID)),
        document == null ? null : new Document.Id(document),
        row.oneOf(SUGGESTED_CHANGES.CHANGE_TYPE, SuggestedChange.Type.values()),
        row.text(SUGGESTED_CHANGES.LOCATION),
        row.nullableText(SUGGESTED_CHANGES.BEFORE_TEXT),
        row.nullableText(SUGGESTED_CHANGES.AFTER_TEXT),
        row.time(SUGGESTED_CHANGES.CREATED_TIME));
  }

  private static DeveloperDecision decision(Row row) {
    return new DeveloperDecision(
        new DeveloperDecision.Id(row.number(DEVELOPER_DECISIONS.ID)),
        new Recommendation.Id(row.number(DEVELOPER_DECISIONS.RECOMMENDATION_ID)),
        row.oneOf(DEVELOPER_DECISIONS.DECISION, DeveloperDecision.Verdict.values()),
        row.nullableText(DEVELOPER_DECISIONS.COMMENTS),
        row.time(DEVELOPER_DECISIONS.DECIDED_TIME),
        row.nullableTime(DEVELOPER_DECISIONS.IMPLEMENTED_TIME),
        row.time(DEVELOPER_DECISIONS.CREATED_TIME));
  }
}
