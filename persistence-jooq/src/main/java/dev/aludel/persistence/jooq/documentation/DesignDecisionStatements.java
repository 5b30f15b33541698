package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.persistence.jooq.generated.columns.DesignDecisions;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqDesignDecisions}. */
final class DesignDecisionStatements {

  final EntityStatements<DesignDecision> entities;
  final CompiledUpdate deleteOfDocument;
  final KeysetQuery<DesignDecision> ofDocument;

  DesignDecisionStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, DesignDecisionStatements::designDecision);
    deleteOfDocument = statements.update("deleteOfDocument");
    ofDocument = entities.page("ofDocument");
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
        new DesignDecision.Id(row.number(DesignDecisions.ID)),
        new Document.Id(row.number(DesignDecisions.DOCUMENT_ID)),
        row.text(DesignDecisions.DESCRIPTION),
        row.nullableText(DesignDecisions.RATIONALE),
        row.nullableText(DesignDecisions.ALTERNATIVES),
        row.nullableTime(DesignDecisions.DECIDED_TIME),
        row.time(DesignDecisions.CREATED_TIME));
  }
}
