package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.CLASSES;
import static dev.aludel.persistence.jooq.generated.Tables.FUNCTIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** The SQL of {@link CodeElementStatements}: the same for both of its tables. */
final class CodeElementSql {

  private CodeElementSql() {}

  static void compileFunctions(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            FUNCTIONS,
            FUNCTIONS.ID,
            List.of(
                FUNCTIONS.DOCUMENT_ID,
                FUNCTIONS.NAME,
                FUNCTIONS.INTENT,
                FUNCTIONS.DESIGN_PRINCIPLES,
                FUNCTIONS.IMPLEMENTATION_DETAILS,
                FUNCTIONS.DESIGN_DECISIONS,
                FUNCTIONS.START_LINE,
                FUNCTIONS.END_LINE,
                FUNCTIONS.CREATED_TIME,
                FUNCTIONS.UPDATED_TIME,
                FUNCTIONS.PARAMETERS),
            KeysetOrder.ascending(FUNCTIONS.CREATED_TIME, FUNCTIONS.ID));
    ofDocument(
        entities, FUNCTIONS.DOCUMENT_ID, KeysetOrder.ascending(FUNCTIONS.NAME, FUNCTIONS.ID));
  }

  static void compileClasses(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            CLASSES,
            CLASSES.ID,
            List.of(
                CLASSES.DOCUMENT_ID,
                CLASSES.NAME,
                CLASSES.INTENT,
                CLASSES.DESIGN_PRINCIPLES,
                CLASSES.IMPLEMENTATION_DETAILS,
                CLASSES.DESIGN_DECISIONS,
                CLASSES.START_LINE,
                CLASSES.END_LINE,
                CLASSES.CREATED_TIME,
                CLASSES.UPDATED_TIME),
            KeysetOrder.ascending(CLASSES.CREATED_TIME, CLASSES.ID));
    ofDocument(entities, CLASSES.DOCUMENT_ID, KeysetOrder.ascending(CLASSES.NAME, CLASSES.ID));
  }

  private static void ofDocument(EntitySql entities, Field<Long> document, KeysetOrder byName) {
    Condition sameDocument = document.eq(parameter(document));
    entities.query("allOfDocument", sameDocument);
    entities.page("ofDocument", sameDocument, byName);
  }
}
