package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.CHANGE_RECORDS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.domain.documentation.ChangeRecord;
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

/** Every statement of {@link JooqChangeRecords}. */
final class ChangeRecordStatements {

  private static final List<Field<?>> DATA =
      List.of(
          CHANGE_RECORDS.DOCUMENT_ID,
          CHANGE_RECORDS.CHANGED_TIME,
          CHANGE_RECORDS.SUMMARY,
          CHANGE_RECORDS.DETAILS,
          CHANGE_RECORDS.CREATED_TIME);

  final EntityStatements<ChangeRecord> entities;
  final CompiledUpdate deleteOfDocument;
  final KeysetQuery<ChangeRecord> ofDocument;

  ChangeRecordStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            CHANGE_RECORDS,
            CHANGE_RECORDS.ID,
            DATA,
            KeysetOrder.ascending(CHANGE_RECORDS.CREATED_TIME, CHANGE_RECORDS.ID),
            ChangeRecordStatements::changeRecord);
    Condition sameDocument = CHANGE_RECORDS.DOCUMENT_ID.eq(parameter(CHANGE_RECORDS.DOCUMENT_ID));
    deleteOfDocument =
        compiler.update(
            CHANGE_RECORDS, compiler.dsl().deleteFrom(CHANGE_RECORDS).where(sameDocument));
    ofDocument =
        entities.page(
            sameDocument, KeysetOrder.descending(CHANGE_RECORDS.CHANGED_TIME, CHANGE_RECORDS.ID));
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
        new ChangeRecord.Id(row.number(CHANGE_RECORDS.ID)),
        new Document.Id(row.number(CHANGE_RECORDS.DOCUMENT_ID)),
        row.time(CHANGE_RECORDS.CHANGED_TIME),
        row.text(CHANGE_RECORDS.SUMMARY),
        row.nullableText(CHANGE_RECORDS.DETAILS),
        row.time(CHANGE_RECORDS.CREATED_TIME));
  }
}
