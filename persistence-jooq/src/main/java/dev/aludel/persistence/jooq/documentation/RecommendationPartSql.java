package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DEVELOPER_DECISIONS;
import static dev.aludel.persistence.jooq.generated.Tables.INCONSISTENCIES;
import static dev.aludel.persistence.jooq.generated.Tables.RECOMMENDATION_INCONSISTENCIES;
import static dev.aludel.persistence.jooq.generated.Tables.SUGGESTED_CHANGES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;

/** The SQL of {@link RecommendationPartStatements}. */
final class RecommendationPartSql {

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

  private RecommendationPartSql() {}

  static void compile(StatementCompiler compiler) {
    insertion(compiler, "link", RECOMMENDATION_INCONSISTENCIES, LINK);
    insertion(compiler, "suggest", SUGGESTED_CHANGES, CHANGE);
    insertion(compiler, "keep", DEVELOPER_DECISIONS, DECISION);
    compiler.update(
        "take",
        INCONSISTENCIES,
        compiler
            .dsl()
            .update(INCONSISTENCIES)
            .set(INCONSISTENCIES.STATUS, inline(Inconsistency.Status.IN_RECOMMENDATION.stored()))
            .set(INCONSISTENCIES.UPDATED_TIME, parameter(INCONSISTENCIES.UPDATED_TIME))
            .where(INCONSISTENCIES.ID.eq(parameter(INCONSISTENCIES.ID)))
            .and(INCONSISTENCIES.STATUS.eq(inline(Inconsistency.Status.PENDING.stored()))));
    compiler.keyset(
        "inconsistencies",
        RECOMMENDATION_INCONSISTENCIES,
        List.of(RECOMMENDATION_INCONSISTENCIES.INCONSISTENCY_ID),
        RECOMMENDATION_INCONSISTENCIES.RECOMMENDATION_ID.eq(
            parameter(RECOMMENDATION_INCONSISTENCIES.RECOMMENDATION_ID)),
        KeysetOrder.ascending(RECOMMENDATION_INCONSISTENCIES.INCONSISTENCY_ID));
    compiler.keyset(
        "changes",
        SUGGESTED_CHANGES,
        CHANGE,
        SUGGESTED_CHANGES.RECOMMENDATION_ID.eq(parameter(SUGGESTED_CHANGES.RECOMMENDATION_ID)),
        KeysetOrder.ascending(SUGGESTED_CHANGES.ID));
    compiler.keyset(
        "decisions",
        DEVELOPER_DECISIONS,
        DECISION,
        DEVELOPER_DECISIONS.RECOMMENDATION_ID.eq(parameter(DEVELOPER_DECISIONS.RECOMMENDATION_ID)),
        KeysetOrder.descending(DEVELOPER_DECISIONS.DECIDED_TIME, DEVELOPER_DECISIONS.ID));
  }

  private static void insertion(
      StatementCompiler compiler, String name, Table<?> table, List<Field<?>> columns) {
    compiler.update(
        name, table, compiler.dsl().insertInto(table).columns(columns).values(parameters(columns)));
  }
}
