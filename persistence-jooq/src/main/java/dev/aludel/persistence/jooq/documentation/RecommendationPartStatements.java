package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.SuggestedChange;
import dev.aludel.persistence.jooq.generated.columns.DeveloperDecisions;
import dev.aludel.persistence.jooq.generated.columns.RecommendationInconsistencies;
import dev.aludel.persistence.jooq.generated.columns.SuggestedChanges;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** The statements of {@link JooqRecommendations} for what belongs to a recommendation. */
final class RecommendationPartStatements {

  final CompiledUpdate link;
  final CompiledUpdate take;
  final CompiledUpdate suggest;
  final CompiledUpdate keep;
  final KeysetQuery<Inconsistency.Id> inconsistencies;
  final KeysetQuery<SuggestedChange> changes;
  final KeysetQuery<DeveloperDecision> decisions;

  RecommendationPartStatements(CompiledStatements statements) {
    link = statements.update("link");
    suggest = statements.update("suggest");
    keep = statements.update("keep");
    take = statements.update("take");
    inconsistencies =
        statements.keyset(
            "inconsistencies",
            row ->
                new Inconsistency.Id(row.number(RecommendationInconsistencies.INCONSISTENCY_ID)));
    changes = statements.keyset("changes", RecommendationPartStatements::change);
    decisions = statements.keyset("decisions", RecommendationPartStatements::decision);
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
    Long document = row.nullableNumber(SuggestedChanges.DOCUMENT_ID);
    return new SuggestedChange(
        new SuggestedChange.Id(row.number(SuggestedChanges.ID)),
        new Recommendation.Id(row.number(SuggestedChanges.RECOMMENDATION_ID)),
        document == null ? null : new Document.Id(document),
        row.oneOf(SuggestedChanges.CHANGE_TYPE, SuggestedChange.Type.values()),
        row.text(SuggestedChanges.LOCATION),
        row.nullableText(SuggestedChanges.BEFORE_TEXT),
        row.nullableText(SuggestedChanges.AFTER_TEXT),
        row.time(SuggestedChanges.CREATED_TIME));
  }

  private static DeveloperDecision decision(Row row) {
    return new DeveloperDecision(
        new DeveloperDecision.Id(row.number(DeveloperDecisions.ID)),
        new Recommendation.Id(row.number(DeveloperDecisions.RECOMMENDATION_ID)),
        row.oneOf(DeveloperDecisions.DECISION, DeveloperDecision.Verdict.values()),
        row.nullableText(DeveloperDecisions.COMMENTS),
        row.time(DeveloperDecisions.DECIDED_TIME),
        row.nullableTime(DeveloperDecisions.IMPLEMENTED_TIME),
        row.time(DeveloperDecisions.CREATED_TIME));
  }
}
