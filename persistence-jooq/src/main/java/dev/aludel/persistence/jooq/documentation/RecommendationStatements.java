package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DEVELOPER_DECISIONS;
import static dev.aludel.persistence.jooq.generated.Tables.RECOMMENDATIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.Json;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqRecommendations}. */
final class RecommendationStatements {

  private static final List<Field<?>> DATA =
      List.of(
          RECOMMENDATIONS.PROJECT_ID,
          RECOMMENDATIONS.CURRENT_FOR,
          RECOMMENDATIONS.TITLE,
          RECOMMENDATIONS.STATUS,
          RECOMMENDATIONS.STRATEGY,
          RECOMMENDATIONS.DEVELOPER_FEEDBACK,
          RECOMMENDATIONS.METADATA,
          RECOMMENDATIONS.PROPOSED_TIME,
          RECOMMENDATIONS.CODEBASE_CHANGED_TIME,
          RECOMMENDATIONS.APPLIED_TIME,
          RECOMMENDATIONS.CREATED_TIME,
          RECOMMENDATIONS.UPDATED_TIME);

  private static final Field<String> ACTIVE = inline(Recommendation.Status.ACTIVE.stored());

  // A null that is written out; another one would be a parameter.
  private static final Field<Long> NO_PROJECT = inline((Long) null, RECOMMENDATIONS.CURRENT_FOR);

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(RECOMMENDATIONS.PROPOSED_TIME, RECOMMENDATIONS.ID);

  final EntityStatements<Recommendation> entities;
  final CompiledUpdate decide;
  final CompiledUpdate invalidate;
  final CompiledQuery<Recommendation> current;
  final CompiledQuery<Recommendation> outdated;
  final KeysetQuery<Recommendation> ofProject;
  final KeysetQuery<Recommendation> withStatus;

  RecommendationStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            RECOMMENDATIONS,
            RECOMMENDATIONS.ID,
            DATA,
            KeysetOrder.ascending(RECOMMENDATIONS.CREATED_TIME, RECOMMENDATIONS.ID),
            RecommendationStatements::recommendation);
    DSLContext dsl = compiler.dsl();
    Condition activeOne =
        RECOMMENDATIONS.ID.eq(parameter(RECOMMENDATIONS.ID)).and(RECOMMENDATIONS.STATUS.eq(ACTIVE));
    decide =
        compiler.update(
            RECOMMENDATIONS,
            dsl.update(RECOMMENDATIONS)
                .set(RECOMMENDATIONS.STATUS, parameter(RECOMMENDATIONS.STATUS))
                .set(RECOMMENDATIONS.CURRENT_FOR, NO_PROJECT)
                .set(
                    RECOMMENDATIONS.DEVELOPER_FEEDBACK,
                    coalesce(
                        parameter(DEVELOPER_DECISIONS.COMMENTS),
                        RECOMMENDATIONS.DEVELOPER_FEEDBACK))
                .set(RECOMMENDATIONS.UPDATED_TIME, parameter(RECOMMENDATIONS.UPDATED_TIME))
                .where(activeOne));
    invalidate =
        compiler.update(
            RECOMMENDATIONS,
            dsl.update(RECOMMENDATIONS)
                .set(RECOMMENDATIONS.STATUS, inline(Recommendation.Status.INVALIDATED.stored()))
                .set(RECOMMENDATIONS.CURRENT_FOR, NO_PROJECT)
                .set(RECOMMENDATIONS.UPDATED_TIME, parameter(RECOMMENDATIONS.UPDATED_TIME))
                .where(activeOne));
    current =
        entities.query(RECOMMENDATIONS.CURRENT_FOR.eq(parameter(RECOMMENDATIONS.CURRENT_FOR)));
    outdated =
        entities.first(
            RECOMMENDATIONS
                .PROPOSED_TIME
                .lt(parameter(RECOMMENDATIONS.PROPOSED_TIME))
                .and(RECOMMENDATIONS.STATUS.ne(ACTIVE)),
            KeysetOrder.ascending(RECOMMENDATIONS.PROPOSED_TIME, RECOMMENDATIONS.ID));
    ofProject =
        entities.page(
            RECOMMENDATIONS.PROJECT_ID.eq(parameter(RECOMMENDATIONS.PROJECT_ID)), NEWEST_FIRST);
    withStatus =
        entities.page(RECOMMENDATIONS.STATUS.eq(parameter(RECOMMENDATIONS.STATUS)), NEWEST_FIRST);
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
        new Recommendation.Id(row.number(RECOMMENDATIONS.ID)),
        ProjectNumber.read(row, RECOMMENDATIONS.PROJECT_ID),
        row.text(RECOMMENDATIONS.TITLE),
        row.oneOf(RECOMMENDATIONS.STATUS, Recommendation.Status.values()),
        row.nullableText(RECOMMENDATIONS.STRATEGY),
        row.nullableText(RECOMMENDATIONS.DEVELOPER_FEEDBACK),
        row.readOrNull(RECOMMENDATIONS.METADATA, Json::new),
        row.time(RECOMMENDATIONS.PROPOSED_TIME),
        row.nullableTime(RECOMMENDATIONS.CODEBASE_CHANGED_TIME),
        row.nullableTime(RECOMMENDATIONS.APPLIED_TIME),
        row.time(RECOMMENDATIONS.CREATED_TIME),
        row.time(RECOMMENDATIONS.UPDATED_TIME));
  }
}
