package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DOCUMENTS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.inline;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The SQL of {@link DocumentStatements}. */
final class DocumentSql {

  private static final List<Field<?>> DATA =
      List.of(
          DOCUMENTS.PATH,
          DOCUMENTS.TYPE,
          DOCUMENTS.MODIFIED_TIME,
          DOCUMENTS.FILE_SIZE,
          DOCUMENTS.MD5_DIGEST,
          DOCUMENTS.PROJECT_ID,
          DOCUMENTS.INTENT,
          DOCUMENTS.DESIGN_PRINCIPLES,
          DOCUMENTS.CONSTRAINTS,
          DOCUMENTS.REFERENCE_DOCUMENTATION,
          DOCUMENTS.CREATED_TIME,
          DOCUMENTS.UPDATED_TIME);

  private static final List<Field<?>> COLUMNS =
      Stream.concat(DATA.stream(), Stream.of(DOCUMENTS.ID)).toList();

  // Of a document that is at the path already.
  private static final List<Field<?>> REPLACED =
      DATA.stream()
          .filter(
              column ->
                  !List.of(DOCUMENTS.PROJECT_ID, DOCUMENTS.PATH, DOCUMENTS.CREATED_TIME)
                      .contains(column))
          .toList();

  private static final List<Field<?>> FILE =
      List.of(DOCUMENTS.PATH, DOCUMENTS.MODIFIED_TIME, DOCUMENTS.FILE_SIZE, DOCUMENTS.MD5_DIGEST);

  private static final KeysetOrder BY_PATH = KeysetOrder.ascending(DOCUMENTS.PATH, DOCUMENTS.ID);

  private DocumentSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            DOCUMENTS,
            DOCUMENTS.ID,
            DATA,
            KeysetOrder.ascending(DOCUMENTS.CREATED_TIME, DOCUMENTS.ID));
    DSLContext dsl = compiler.dsl();
    Condition sameId = DOCUMENTS.ID.eq(parameter(DOCUMENTS.ID));
    Condition sameProject = DOCUMENTS.PROJECT_ID.eq(parameter(DOCUMENTS.PROJECT_ID));
    compiler.update(
        "upsertByPath",
        DOCUMENTS,
        dsl.insertInto(DOCUMENTS)
            .columns(COLUMNS)
            .values(parameters(COLUMNS))
            .onConflict(DOCUMENTS.PROJECT_ID, DOCUMENTS.PATH)
            .doUpdate()
            .set(excluded(REPLACED)));
    compiler.update(
        "putContent",
        DOCUMENTS,
        dsl.update(DOCUMENTS).set(DOCUMENTS.CONTENT, parameter(DOCUMENTS.CONTENT)).where(sameId));
    compiler.update(
        "removeContent",
        DOCUMENTS,
        dsl.update(DOCUMENTS)
            .set(DOCUMENTS.CONTENT, inline((String) null, DOCUMENTS.CONTENT))
            .where(sameId)
            .and(DOCUMENTS.CONTENT.isNotNull()));
    if (compiler.isPostgres()) {
      compiler.update(
          "claim",
          DOCUMENTS,
          dsl.update(DOCUMENTS).set(DOCUMENTS.UPDATED_TIME, DOCUMENTS.UPDATED_TIME).where(sameId));
    }
    entities.query("byPath", sameProject.and(DOCUMENTS.PATH.eq(parameter(DOCUMENTS.PATH))));
    compiler.query(
        "content", DOCUMENTS, dsl.select(DOCUMENTS.CONTENT).from(DOCUMENTS).where(sameId));
    compiler.query("files", DOCUMENTS, dsl.select(FILE).from(DOCUMENTS).where(sameProject));
    entities.page("ofProject", sameProject, BY_PATH);
    entities.page("ofType", sameProject.and(DOCUMENTS.TYPE.eq(parameter(DOCUMENTS.TYPE))), BY_PATH);
    entities.page(
        "withDigest",
        sameProject.and(DOCUMENTS.MD5_DIGEST.eq(parameter(DOCUMENTS.MD5_DIGEST))),
        BY_PATH);
  }
}
