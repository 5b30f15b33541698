package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DOCUMENTS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.documentation.Project;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqDocuments}. */
final class DocumentStatements {

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

  final EntityStatements<Document> entities;
  final CompiledUpdate upsertByPath;
  final CompiledUpdate putContent;
  final CompiledUpdate removeContent;
  final CompiledQuery<Document> byPath;
  final CompiledQuery<Optional<String>> content;
  final CompiledQuery<FileState> files;
  final KeysetQuery<Document> ofProject;
  final KeysetQuery<Document> ofType;
  final KeysetQuery<Document> withDigest;

  DocumentStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            DOCUMENTS,
            DOCUMENTS.ID,
            DATA,
            KeysetOrder.ascending(DOCUMENTS.CREATED_TIME, DOCUMENTS.ID),
            DocumentStatements::document);
    DSLContext dsl = compiler.dsl();
    Condition sameId = DOCUMENTS.ID.eq(parameter(DOCUMENTS.ID));
    Condition sameProject = DOCUMENTS.PROJECT_ID.eq(parameter(DOCUMENTS.PROJECT_ID));
    upsertByPath =
        compiler.update(
            DOCUMENTS,
            dsl.insertInto(DOCUMENTS)
                .columns(COLUMNS)
                .values(parameters(COLUMNS))
                .onConflict(DOCUMENTS.PROJECT_ID, DOCUMENTS.PATH)
                .doUpdate()
                .set(excluded(REPLACED)));
    putContent =
        compiler.update(
            DOCUMENTS,
            dsl.update(DOCUMENTS)
                .set(DOCUMENTS.CONTENT, parameter(DOCUMENTS.CONTENT))
                .where(sameId));
    removeContent =
        compiler.update(
            DOCUMENTS,
            dsl.update(DOCUMENTS)
                .set(DOCUMENTS.CONTENT, inline((String) null, DOCUMENTS.CONTENT))
                .where(sameId)
                .and(DOCUMENTS.CONTENT.isNotNull()));
    byPath = entities.query(sameProject.and(DOCUMENTS.PATH.eq(parameter(DOCUMENTS.PATH))));
    content =
        compiler.query(
            DOCUMENTS,
            dsl.select(DOCUMENTS.CONTENT).from(DOCUMENTS).where(sameId),
            row -> Optional.ofNullable(row.nullableText(DOCUMENTS.CONTENT)));
    files =
        compiler.query(
            DOCUMENTS,
            dsl.select(FILE).from(DOCUMENTS).where(sameProject),
            DocumentStatements::file);
    ofProject = entities.page(sameProject, BY_PATH);
    ofType = entities.page(sameProject.and(DOCUMENTS.TYPE.eq(parameter(DOCUMENTS.TYPE))), BY_PATH);
    withDigest =
        entities.page(
            sameProject.and(DOCUMENTS.MD5_DIGEST.eq(parameter(DOCUMENTS.MD5_DIGEST))), BY_PATH);
  }

  /** The values in the order of the columns, the id last. */
  static @Nullable Object[] values(Document document) {
    return new @Nullable Object[] {
      document.path(),
      document.type().stored(),
      document.modifiedAt().toEpochMilli(),
      document.size(),
      document.digest(),
      document.projectId().value(),
      document.intentOrNull(),
      document.designPrinciplesOrNull(),
      document.constraintsOrNull(),
      document.referenceDocumentationOrNull(),
      document.createdAt().toEpochMilli(),
      document.updatedAt().toEpochMilli(),
      document.id().value()
    };
  }

  private static FileState file(Row row) {
    return new FileState(
        row.text(DOCUMENTS.PATH),
        row.time(DOCUMENTS.MODIFIED_TIME),
        row.number(DOCUMENTS.FILE_SIZE),
        row.text(DOCUMENTS.MD5_DIGEST));
  }

  private static Document document(Row row) {
    return new Document(
        new Document.Id(row.number(DOCUMENTS.ID)),
        new Project.Id(row.number(DOCUMENTS.PROJECT_ID)),
        row.text(DOCUMENTS.PATH),
        row.oneOf(DOCUMENTS.TYPE, Document.Type.values()),
        row.time(DOCUMENTS.MODIFIED_TIME),
        row.number(DOCUMENTS.FILE_SIZE),
        row.text(DOCUMENTS.MD5_DIGEST),
        row.nullableText(DOCUMENTS.INTENT),
        row.nullableText(DOCUMENTS.DESIGN_PRINCIPLES),
        row.nullableText(DOCUMENTS.CONSTRAINTS),
        row.nullableText(DOCUMENTS.REFERENCE_DOCUMENTATION),
        row.time(DOCUMENTS.CREATED_TIME),
        row.time(DOCUMENTS.UPDATED_TIME));
  }
}
