package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DESIGN_DECISIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.Document;
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

/** Every statement of {@link JooqDesignDecisions}. */
final class DesignDecisionStatements {

  private static final List<Field<?>> DATA =
      List.of(
          DESIGN_DECISIONS.DOCUMENT_ID,
          DESIGN_DECISIONS.DESCRIPTION,
          DESIGN_DECISIONS.RATIONALE,
          DESIGN_DECISIONS.ALTERNATIVES,
          DESIGN_DECISIONS.DECIDED_TIME,
          DESIGN_DECISIONS.CREATED_TIME);

  final EntityStatements<DesignDecision> entities;
  final CompiledUpdate deleteOfDocument;
  final KeysetQuery<DesignDecision> ofDocument;

  DesignDecisionStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            DESIGN_DECISIONS,
            DESIGN_DECISIONS.ID,
            DATA,
            KeysetOrder.ascending(DESIGN_DECISIONS.CREATED_TIME, DESIGN_DECISIONS.ID),
            DesignDecisionStatements::designDecision);
    Condition sameDocument =
        DESIGN_DECISIONS.DOCUMENT_ID.eq(parameter(DESIGN_DECISIONS.DOCUMENT_ID));
    deleteOfDocument =
        compiler.update(
            DESIGN_DECISIONS, compiler.dsl().deleteFrom(DESIGN_DECISIONS).where(sameDocument));
    ofDocument =
        entities.page(
            sameDocument,
            KeysetOrder.descending(DESIGN_DECISIONS.CREATED_TIME, DESIGN_DECISIONS.ID));
  }

  /** The values in the order of the columns, the id last. */
  static @Nullable Object[] values(DesignDecision designDecision) {
    return new @Nullable Object[] {
      designDecision.documentId().value(),
      designDecision.description(),
      designDecision.rationaleOrNull(),
      designDecision.alternativesOrNull(),
      Milliseconds.of(designDecision.decidedAtOrNull()),
      designDecision.createdAt().toEpochMilli(),
      designDecision.id().value()
    };
  }

  private static DesignDecision designDecision(Row row) {
    return new DesignDecision(
        new DesignDecision.Id(row.number(DESIGN_DECISIONS.ID)),
        new Document.Id(row.number(DESIGN_DECISIONS.DOCUMENT_ID)),
        row.text(DESIGN_DECISIONS.DESCRIPTION),
        row.nullableText(DESIGN_DECISIONS.RATIONALE),
        row.nullableText(DESIGN_DECISIONS.ALTERNATIVES),
        row.nullableTime(DESIGN_DECISIONS.DECIDED_TIME),
        row.time(DESIGN_DECISIONS.CREATED_TIME));
  }
}
