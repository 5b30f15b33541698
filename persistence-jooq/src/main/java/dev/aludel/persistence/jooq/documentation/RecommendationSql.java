package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DEVELOPER_DECISIONS;
import static dev.aludel.persistence.jooq.generated.Tables.RECOMMENDATIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The SQL of {@link RecommendationStatements}. */
final class RecommendationSql {

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

  private RecommendationSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            RECOMMENDATIONS,
            RECOMMENDATIONS.ID,
            DATA,
            KeysetOrder.ascending(RECOMMENDATIONS.CREATED_TIME, RECOMMENDATIONS.ID));
    DSLContext dsl = compiler.dsl();
    Condition activeOne =
        RECOMMENDATIONS.ID.eq(parameter(RECOMMENDATIONS.ID)).and(RECOMMENDATIONS.STATUS.eq(ACTIVE));
    compiler.update(
        "decide",
        RECOMMENDATIONS,
        dsl.update(RECOMMENDATIONS)
            .set(RECOMMENDATIONS.STATUS, parameter(RECOMMENDATIONS.STATUS))
            .set(RECOMMENDATIONS.CURRENT_FOR, NO_PROJECT)
            .set(
                RECOMMENDATIONS.DEVELOPER_FEEDBACK,
                coalesce(
                    parameter(DEVELOPER_DECISIONS.COMMENTS), RECOMMENDATIONS.DEVELOPER_FEEDBACK))
            .set(RECOMMENDATIONS.UPDATED_TIME, parameter(RECOMMENDATIONS.UPDATED_TIME))
            .where(activeOne));
    compiler.update(
        "invalidate",
        RECOMMENDATIONS,
        dsl.update(RECOMMENDATIONS)
            .set(RECOMMENDATIONS.STATUS, inline(Recommendation.Status.INVALIDATED.stored()))
            .set(RECOMMENDATIONS.CURRENT_FOR, NO_PROJECT)
            .set(RECOMMENDATIONS.UPDATED_TIME, parameter(RECOMMENDATIONS.UPDATED_TIME))
            .where(activeOne));
    entities.query(
        "current", RECOMMENDATIONS.CURRENT_FOR.eq(parameter(RECOMMENDATIONS.CURRENT_FOR)));
    entities.first(
        "outdated",
        RECOMMENDATIONS
            .PROPOSED_TIME
            .lt(parameter(RECOMMENDATIONS.PROPOSED_TIME))
            .and(RECOMMENDATIONS.STATUS.ne(ACTIVE)),
        KeysetOrder.ascending(RECOMMENDATIONS.PROPOSED_TIME, RECOMMENDATIONS.ID));
    entities.page(
        "ofProject",
        RECOMMENDATIONS.PROJECT_ID.eq(parameter(RECOMMENDATIONS.PROJECT_ID)),
        NEWEST_FIRST);
    entities.page(
        "withStatus", RECOMMENDATIONS.STATUS.eq(parameter(RECOMMENDATIONS.STATUS)), NEWEST_FIRST);
  }
}
