package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.CHANGE_RECORDS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** The SQL of {@link ChangeRecordStatements}. */
final class ChangeRecordSql {

  private static final List<Field<?>> DATA =
      List.of(
          CHANGE_RECORDS.DOCUMENT_ID,
          CHANGE_RECORDS.CHANGED_TIME,
          CHANGE_RECORDS.SUMMARY,
          CHANGE_RECORDS.DETAILS,
          CHANGE_RECORDS.CREATED_TIME);

  private ChangeRecordSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            CHANGE_RECORDS,
            CHANGE_RECORDS.ID,
            DATA,
            KeysetOrder.ascending(CHANGE_RECORDS.CREATED_TIME, CHANGE_RECORDS.ID));
    Condition sameDocument = CHANGE_RECORDS.DOCUMENT_ID.eq(parameter(CHANGE_RECORDS.DOCUMENT_ID));
    compiler.update(
        "deleteOfDocument",
        CHANGE_RECORDS,
        compiler.dsl().deleteFrom(CHANGE_RECORDS).where(sameDocument));
    entities.page(
        "ofDocument",
        sameDocument,
        KeysetOrder.descending(CHANGE_RECORDS.CHANGED_TIME, CHANGE_RECORDS.ID));
  }
}
