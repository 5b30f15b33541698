package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.INCONSISTENCIES;
import static dev.aludel.persistence.jooq.generated.Tables.INCONSISTENCY_DOCUMENTS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;

import dev.aludel.domain.Json;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.Inconsistency;
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

/** Every statement of {@link JooqInconsistencies}. */
final class InconsistencyStatements {

  private static final List<Field<?>> DATA =
      List.of(
          INCONSISTENCIES.PROJECT_ID,
          INCONSISTENCIES.TYPE,
          INCONSISTENCIES.SEVERITY,
          INCONSISTENCIES.STATUS,
          INCONSISTENCIES.DESCRIPTION,
          INCONSISTENCIES.SUGGESTED_RESOLUTION,
          INCONSISTENCIES.CONFIDENCE,
          INCONSISTENCIES.METADATA,
          INCONSISTENCIES.DETECTED_TIME,
          INCONSISTENCIES.RESOLVED_TIME,
          INCONSISTENCIES.CREATED_TIME,
          INCONSISTENCIES.UPDATED_TIME);

  private static final List<Field<?>> LINK =
      List.of(INCONSISTENCY_DOCUMENTS.INCONSISTENCY_ID, INCONSISTENCY_DOCUMENTS.DOCUMENT_ID);

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(INCONSISTENCIES.DETECTED_TIME, INCONSISTENCIES.ID);

  final EntityStatements<Inconsistency> entities;
  final CompiledUpdate link;
  final CompiledUpdate transition;
  final KeysetQuery<Document.Id> documents;
  final KeysetQuery<Inconsistency> withStatus;
  final KeysetQuery<Inconsistency> ofSeverity;
  final KeysetQuery<Inconsistency> ofProjectWithStatus;
  final KeysetQuery<Inconsistency> ofProjectAndSeverity;

  InconsistencyStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            INCONSISTENCIES,
            INCONSISTENCIES.ID,
            DATA,
            KeysetOrder.ascending(INCONSISTENCIES.CREATED_TIME, INCONSISTENCIES.ID),
            InconsistencyStatements::inconsistency);
    DSLContext dsl = compiler.dsl();
    link =
        compiler.update(
            INCONSISTENCY_DOCUMENTS,
            dsl.insertInto(INCONSISTENCY_DOCUMENTS).columns(LINK).values(parameters(LINK)));
    transition =
        compiler.update(
            INCONSISTENCIES,
            dsl.update(INCONSISTENCIES)
                .set(INCONSISTENCIES.STATUS, parameter("to", INCONSISTENCIES.STATUS))
                .set(INCONSISTENCIES.RESOLVED_TIME, parameter(INCONSISTENCIES.RESOLVED_TIME))
                .set(INCONSISTENCIES.UPDATED_TIME, parameter(INCONSISTENCIES.UPDATED_TIME))
                .where(INCONSISTENCIES.ID.eq(parameter(INCONSISTENCIES.ID)))
                .and(INCONSISTENCIES.STATUS.eq(parameter("from", INCONSISTENCIES.STATUS))));
    documents =
        compiler.keyset(
            INCONSISTENCY_DOCUMENTS,
            List.of(INCONSISTENCY_DOCUMENTS.DOCUMENT_ID),
            INCONSISTENCY_DOCUMENTS.INCONSISTENCY_ID.eq(
                parameter(INCONSISTENCY_DOCUMENTS.INCONSISTENCY_ID)),
            KeysetOrder.ascending(INCONSISTENCY_DOCUMENTS.DOCUMENT_ID),
            row -> new Document.Id(row.number(INCONSISTENCY_DOCUMENTS.DOCUMENT_ID)));
    Condition sameProject = INCONSISTENCIES.PROJECT_ID.eq(parameter(INCONSISTENCIES.PROJECT_ID));
    Condition sameStatus = INCONSISTENCIES.STATUS.eq(parameter(INCONSISTENCIES.STATUS));
    Condition sameSeverity = INCONSISTENCIES.SEVERITY.eq(parameter(INCONSISTENCIES.SEVERITY));
    withStatus = entities.page(sameStatus, NEWEST_FIRST);
    ofSeverity = entities.page(sameSeverity, NEWEST_FIRST);
    ofProjectWithStatus = entities.page(sameProject.and(sameStatus), NEWEST_FIRST);
    ofProjectAndSeverity = entities.page(sameProject.and(sameSeverity), NEWEST_FIRST);
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
        new Inconsistency.Id(row.number(INCONSISTENCIES.ID)),
        ProjectNumber.read(row, INCONSISTENCIES.PROJECT_ID),
        row.oneOf(INCONSISTENCIES.TYPE, Inconsistency.Type.values()),
        row.oneOf(INCONSISTENCIES.SEVERITY, Inconsistency.Severity.values()),
        row.oneOf(INCONSISTENCIES.STATUS, Inconsistency.Status.values()),
        row.text(INCONSISTENCIES.DESCRIPTION),
        row.nullableText(INCONSISTENCIES.SUGGESTED_RESOLUTION),
        row.nullableSingle(INCONSISTENCIES.CONFIDENCE),
        row.readOrNull(INCONSISTENCIES.METADATA, Json::new),
        row.time(INCONSISTENCIES.DETECTED_TIME),
        row.nullableTime(INCONSISTENCIES.RESOLVED_TIME),
        row.time(INCONSISTENCIES.CREATED_TIME),
        row.time(INCONSISTENCIES.UPDATED_TIME));
  }
}
