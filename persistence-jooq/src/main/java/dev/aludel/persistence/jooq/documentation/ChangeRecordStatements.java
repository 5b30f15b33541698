package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.Document;
import dev.aludel.persistence.jooq.generated.columns.ChangeRecords;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqChangeRecords}. */
final class ChangeRecordStatements {

  final EntityStatements<ChangeRecord> entities;
  final CompiledUpdate deleteOfDocument;
  final KeysetQuery<ChangeRecord> ofDocument;

  ChangeRecordStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, ChangeRecordStatements::changeRecord);
    deleteOfDocument = statements.update("deleteOfDocument");
    ofDocument = entities.page("ofDocument");
  }

  /** The values in the order of the columns, the id last. */
  static @Nullable Object[] values(ChangeRecord changeRecord) {
    return new @Nullable Object[] {
      changeRecord.documentId().value(),
      changeRecord.changedAt().toEpochMilli(),
      changeRecord.summary(),
      changeRecord.detailsOrNull(),
      changeRecord.createdAt().toEpochMilli(),
      changeRecord.id().value()
    };
  }

  private static ChangeRecord changeRecord(Row row) {
    return new ChangeRecord(
        new ChangeRecord.Id(row.number(ChangeRecords.ID)),
        new Document.Id(row.number(ChangeRecords.DOCUMENT_ID)),
        row.time(ChangeRecords.CHANGED_TIME),
        row.text(ChangeRecords.SUMMARY),
        row.nullableText(ChangeRecords.DETAILS),
        row.time(ChangeRecords.CREATED_TIME));
  }
}
