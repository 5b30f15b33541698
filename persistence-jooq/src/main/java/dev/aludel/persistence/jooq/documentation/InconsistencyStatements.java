package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.Json;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.persistence.jooq.generated.columns.Inconsistencies;
import dev.aludel.persistence.jooq.generated.columns.InconsistencyDocuments;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqInconsistencies}. */
final class InconsistencyStatements {

  final EntityStatements<Inconsistency> entities;
  final CompiledUpdate link;
  final CompiledUpdate transition;
  final KeysetQuery<Document.Id> documents;
  final KeysetQuery<Inconsistency> withStatus;
  final KeysetQuery<Inconsistency> ofSeverity;
  final KeysetQuery<Inconsistency> ofProjectWithStatus;
  final KeysetQuery<Inconsistency> ofProjectAndSeverity;

  InconsistencyStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, InconsistencyStatements::inconsistency);
    link = statements.update("link");
    transition = statements.update("transition");
    documents =
        statements.keyset(
            "documents", row -> new Document.Id(row.number(InconsistencyDocuments.DOCUMENT_ID)));
    withStatus = entities.page("withStatus");
    ofSeverity = entities.page("ofSeverity");
    ofProjectWithStatus = entities.page("ofProjectWithStatus");
    ofProjectAndSeverity = entities.page("ofProjectAndSeverity");
  }

  /** The values in the order of the columns, the id last. */
  static @Nullable Object[] values(Inconsistency inconsistency) {
    return new @Nullable Object[] {
      ProjectNumber.of(inconsistency.projectIdOrNull()),
      inconsistency.type().stored(),
      inconsistency.severity().stored(),
      inconsistency.status().stored(),
      inconsistency.description(),
      inconsistency.suggestedResolutionOrNull(),
      inconsistency.confidenceOrNull(),
      JsonText.of(inconsistency.metadataOrNull()),
      inconsistency.detectedAt().toEpochMilli(),
      Milliseconds.of(inconsistency.resolvedAtOrNull()),
      inconsistency.createdAt().toEpochMilli(),
      inconsistency.updatedAt().toEpochMilli(),
      inconsistency.id().value()
    };
  }

  private static Inconsistency inconsistency(Row row) {
    return new Inconsistency(
        new Inconsistency.Id(row.number(Inconsistencies.ID)),
        ProjectNumber.read(row, Inconsistencies.PROJECT_ID),
        row.oneOf(Inconsistencies.TYPE, Inconsistency.Type.values()),
        row.oneOf(Inconsistencies.SEVERITY, Inconsistency.Severity.values()),
        row.oneOf(Inconsistencies.STATUS, Inconsistency.Status.values()),
        row.text(Inconsistencies.DESCRIPTION),
        row.nullableText(Inconsistencies.SUGGESTED_RESOLUTION),
        row.nullableSingle(Inconsistencies.CONFIDENCE),
        row.readOrNull(Inconsistencies.METADATA, Json::new),
        row.time(Inconsistencies.DETECTED_TIME),
        row.nullableTime(Inconsistencies.RESOLVED_TIME),
        row.time(Inconsistencies.CREATED_TIME),
        row.time(Inconsistencies.UPDATED_TIME));
  }
}
