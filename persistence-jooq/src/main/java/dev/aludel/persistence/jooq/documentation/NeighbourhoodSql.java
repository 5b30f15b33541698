package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DOCUMENT_RELATIONSHIPS;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.aludel.persistence.jooq.statement.StatementCompiler;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/** The query for the documents that relationships lead to. */
final class NeighbourhoodSql {

  private static final Field<Long> ID = field(name("reached", "id"), Long.class);
  private static final Field<Integer> DISTANCE = field(name("reached", "distance"), Integer.class);
  private static final Field<Integer> NEAREST = min(DISTANCE);

  private NeighbourhoodSql() {}

  /** Its arguments are the document, the depth, and the document again. */
  static void compile(StatementCompiler compiler) {
    Condition behind =
        row(NEAREST, ID).gt(param("after distance", Integer.class), param("after id", Long.class));
    compiler.keyset(
        "neighbourhood",
        DOCUMENT_RELATIONSHIPS,
        query(compiler.dsl(), noCondition()),
        query(compiler.dsl(), behind));
  }

  // A document is reached again at each greater distance, up to the depth: that is the price of a
  // query without a memory of its own, and bounded by documents times depth.
  private static Select<?> query(DSLContext dsl, Condition behind) {
    CommonTableExpression<?> reached =
        name("reached")
            .fields("id", "distance")
            .as(
                select(cast(param("start", Long.class), Long.class), inline(0))
                    .union(
                        select(otherEnd(), DISTANCE.plus(inline(1)))
                            .from(name("reached"))
                            .join(DOCUMENT_RELATIONSHIPS)
                            .on(
                                DOCUMENT_RELATIONSHIPS
                                    .SOURCE_ID
                                    .eq(ID)
                                    .or(DOCUMENT_RELATIONSHIPS.TARGET_ID.eq(ID)))
                            .where(DISTANCE.lt(param("depth", Integer.class)))));
    return dsl.withRecursive(reached)
        .select(ID, NEAREST)
        .from(reached)
        .where(ID.ne(param("start again", Long.class)))
        .groupBy(ID)
        .having(behind)
        .orderBy(NEAREST, ID)
        .limit(param("limit", Long.class));
  }

  private static Field<Long> otherEnd() {
    return when(DOCUMENT_RELATIONSHIPS.SOURCE_ID.eq(ID), DOCUMENT_RELATIONSHIPS.TARGET_ID)
        .otherwise(DOCUMENT_RELATIONSHIPS.SOURCE_ID);
  }
}
