package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.INCONSISTENCIES;
import static dev.aludel.persistence.jooq.generated.Tables.INCONSISTENCY_DOCUMENTS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The SQL of {@link InconsistencyStatements}. */
final class InconsistencySql {

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

  private InconsistencySql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            INCONSISTENCIES,
            INCONSISTENCIES.ID,
            DATA,
            KeysetOrder.ascending(INCONSISTENCIES.CREATED_TIME, INCONSISTENCIES.ID));
    DSLContext dsl = compiler.dsl();
    compiler.update(
        "link",
        INCONSISTENCY_DOCUMENTS,
        dsl.insertInto(INCONSISTENCY_DOCUMENTS).columns(LINK).values(parameters(LINK)));
    compiler.update(
        "transition",
        INCONSISTENCIES,
        dsl.update(INCONSISTENCIES)
            .set(INCONSISTENCIES.STATUS, parameter("to", INCONSISTENCIES.STATUS))
            .set(INCONSISTENCIES.RESOLVED_TIME, parameter(INCONSISTENCIES.RESOLVED_TIME))
            .set(INCONSISTENCIES.UPDATED_TIME, parameter(INCONSISTENCIES.UPDATED_TIME))
            .where(INCONSISTENCIES.ID.eq(parameter(INCONSISTENCIES.ID)))
            .and(INCONSISTENCIES.STATUS.eq(parameter("from", INCONSISTENCIES.STATUS))));
    compiler.keyset(
        "documents",
        INCONSISTENCY_DOCUMENTS,
        List.of(INCONSISTENCY_DOCUMENTS.DOCUMENT_ID),
        INCONSISTENCY_DOCUMENTS.INCONSISTENCY_ID.eq(
            parameter(INCONSISTENCY_DOCUMENTS.INCONSISTENCY_ID)),
        KeysetOrder.ascending(INCONSISTENCY_DOCUMENTS.DOCUMENT_ID));
    Condition sameProject = INCONSISTENCIES.PROJECT_ID.eq(parameter(INCONSISTENCIES.PROJECT_ID));
    Condition sameStatus = INCONSISTENCIES.STATUS.eq(parameter(INCONSISTENCIES.STATUS));
    Condition sameSeverity = INCONSISTENCIES.SEVERITY.eq(parameter(INCONSISTENCIES.SEVERITY));
    entities.page("withStatus", sameStatus, NEWEST_FIRST);
    entities.page("ofSeverity", sameSeverity, NEWEST_FIRST);
    entities.page("ofProjectWithStatus", sameProject.and(sameStatus), NEWEST_FIRST);
    entities.page("ofProjectAndSeverity", sameProject.and(sameSeverity), NEWEST_FIRST);
  }
}
