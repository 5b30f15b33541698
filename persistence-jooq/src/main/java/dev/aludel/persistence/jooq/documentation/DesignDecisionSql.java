package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DESIGN_DECISIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** The SQL of {@link DesignDecisionStatements}. */
final class DesignDecisionSql {

  private static final List<Field<?>> DATA =
      List.of(
          DESIGN_DECISIONS.DOCUMENT_ID,
          DESIGN_DECISIONS.DESCRIPTION,
          DESIGN_DECISIONS.RATIONALE,
          DESIGN_DECISIONS.ALTERNATIVES,
          DESIGN_DECISIONS.DECIDED_TIME,
          DESIGN_DECISIONS.CREATED_TIME);

  private DesignDecisionSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            DESIGN_DECISIONS,
            DESIGN_DECISIONS.ID,
            DATA,
            KeysetOrder.ascending(DESIGN_DECISIONS.CREATED_TIME, DESIGN_DECISIONS.ID));
    Condition sameDocument =
        DESIGN_DECISIONS.DOCUMENT_ID.eq(parameter(DESIGN_DECISIONS.DOCUMENT_ID));
    compiler.update(
        "deleteOfDocument",
        DESIGN_DECISIONS,
        compiler.dsl().deleteFrom(DESIGN_DECISIONS).where(sameDocument));
    entities.page(
        "ofDocument",
        sameDocument,
        KeysetOrder.descending(DESIGN_DECISIONS.CREATED_TIME, DESIGN_DECISIONS.ID));
  }
}
