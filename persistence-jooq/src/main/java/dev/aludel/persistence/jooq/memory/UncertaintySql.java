package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.UNCERTAINTY_LOG;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/** The SQL of {@link UncertaintyStatements}. */
final class UncertaintySql {

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

  private UncertaintySql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            UNCERTAINTY_LOG,
            UNCERTAINTY_LOG.ID,
            DATA,
            KeysetOrder.ascending(UNCERTAINTY_LOG.CREATED_TIME, UNCERTAINTY_LOG.ID));
    compiler.update(
        "resolve",
        UNCERTAINTY_LOG,
        compiler
            .dsl()
            .update(UNCERTAINTY_LOG)
            .set(UNCERTAINTY_LOG.RESOLVED, inline(true))
            .set(UNCERTAINTY_LOG.RESOLUTION_PATTERN, parameter(UNCERTAINTY_LOG.RESOLUTION_PATTERN))
            .where(UNCERTAINTY_LOG.ID.eq(parameter(UNCERTAINTY_LOG.ID))));
    Condition inRange =
        UNCERTAINTY_LOG.CONFIDENCE_SCORE.between(
            parameter("least", UNCERTAINTY_LOG.CONFIDENCE_SCORE),
            parameter("greatest", UNCERTAINTY_LOG.CONFIDENCE_SCORE));
    Condition open = UNCERTAINTY_LOG.RESOLVED.eq(inline(false));
    entities.page("byConfidence", inRange, NEWEST_FIRST);
    entities.page("unresolved", open, NEWEST_FIRST);
    entities.page("unresolvedByConfidence", open.and(inRange), NEWEST_FIRST);
    compiler.query("statistics", UNCERTAINTY_LOG, statistics(compiler.dsl()));
  }

  private static Select<?> statistics(DSLContext dsl) {
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
    return dsl.select(count(), resolved, mean, lastDay).from(UNCERTAINTY_LOG);
  }
}
