package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.Json;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.persistence.jooq.generated.columns.Recommendations;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqRecommendations}. */
final class RecommendationStatements {

  final EntityStatements<Recommendation> entities;
  final CompiledUpdate decide;
  final CompiledUpdate invalidate;
  final CompiledQuery<Recommendation> current;
  final CompiledQuery<Recommendation> outdated;
  final KeysetQuery<Recommendation> ofProject;
  final KeysetQuery<Recommendation> withStatus;

  RecommendationStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, RecommendationStatements::recommendation);
    decide = statements.update("decide");
    invalidate = statements.update("invalidate");
    current = entities.query("current");
    outdated = entities.query("outdated");
    ofProject = entities.page("ofProject");
    withStatus = entities.page("withStatus");
  }

  /** The values in the order of the columns, the id last. */
  static @Nullable Object[] values(Recommendation recommendation) {
    return new @Nullable Object[] {
      ProjectNumber.of(recommendation.projectIdOrNull()),
      currentFor(recommendation),
      recommendation.title(),
      recommendation.status().stored(),
      recommendation.strategyOrNull(),
      recommendation.developerFeedbackOrNull(),
      JsonText.of(recommendation.metadataOrNull()),
      recommendation.proposedAt().toEpochMilli(),
      Milliseconds.of(recommendation.codebaseChangedAtOrNull()),
      Milliseconds.of(recommendation.appliedAtOrNull()),
      recommendation.createdAt().toEpochMilli(),
      recommendation.updatedAt().toEpochMilli(),
      recommendation.id().value()
    };
  }

  private static @Nullable Long currentFor(Recommendation recommendation) {
    return recommendation.status() == Recommendation.Status.ACTIVE
        ? ProjectNumber.of(recommendation.projectIdOrNull())
        : null;
  }

  private static Recommendation recommendation(Row row) {
    return new Recommendation(
        new Recommendation.Id(row.number(Recommendations.ID)),
        ProjectNumber.read(row, Recommendations.PROJECT_ID),
        row.text(Recommendations.TITLE),
        row.oneOf(Recommendations.STATUS, Recommendation.Status.values()),
        row.nullableText(Recommendations.STRATEGY),
        row.nullableText(Recommendations.DEVELOPER_FEEDBACK),
        row.readOrNull(Recommendations.METADATA, Json::new),
        row.time(Recommendations.PROPOSED_TIME),
        row.nullableTime(Recommendations.CODEBASE_CHANGED_TIME),
        row.nullableTime(Recommendations.APPLIED_TIME),
        row.time(Recommendations.CREATED_TIME),
        row.time(Recommendations.UPDATED_TIME));
  }
}
