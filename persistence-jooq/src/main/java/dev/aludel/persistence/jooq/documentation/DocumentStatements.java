package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.documentation.Project;
import dev.aludel.persistence.jooq.generated.columns.Documents;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqDocuments}. */
final class DocumentStatements {

  final EntityStatements<Document> entities;
  final CompiledUpdate upsertByPath;

  /**
   * Comes before what replaces all that a document has of something: who replaces it at the same
   * time then fails and runs again, also where no row was there that both delete. Absent where one
   * writes at a time.
   */
  final Optional<CompiledUpdate> claim;

  final CompiledUpdate putContent;
  final CompiledUpdate removeContent;
  final CompiledQuery<Document> byPath;
  final CompiledQuery<Optional<String>> content;
  final CompiledQuery<FileState> files;
  final KeysetQuery<Document> ofProject;
  final KeysetQuery<Document> ofType;
  final KeysetQuery<Document> withDigest;

  DocumentStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, DocumentStatements::document);
    upsertByPath = statements.update("upsertByPath");
    claim = statements.updateIfAny("claim");
    putContent = statements.update("putContent");
    removeContent = statements.update("removeContent");
    byPath = entities.query("byPath");
    content =
        statements.query(
            "content", row -> Optional.ofNullable(row.nullableText(Documents.CONTENT)));
    files = statements.query("files", DocumentStatements::file);
    ofProject = entities.page("ofProject");
    ofType = entities.page("ofType");
    withDigest = entities.page("withDigest");
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
        row.text(Documents.PATH),
        row.time(Documents.MODIFIED_TIME),
        row.number(Documents.FILE_SIZE),
        row.text(Documents.MD5_DIGEST));
  }

  private static Document document(Row row) {
    return new Document(
        new Document.Id(row.number(Documents.ID)),
        new Project.Id(row.number(Documents.PROJECT_ID)),
        row.text(Documents.PATH),
        row.oneOf(Documents.TYPE, Document.Type.values()),
        row.time(Documents.MODIFIED_TIME),
        row.number(Documents.FILE_SIZE),
        row.text(Documents.MD5_DIGEST),
        row.nullableText(Documents.INTENT),
        row.nullableText(Documents.DESIGN_PRINCIPLES),
        row.nullableText(Documents.CONSTRAINTS),
        row.nullableText(Documents.REFERENCE_DOCUMENTATION),
        row.time(Documents.CREATED_TIME),
        row.time(Documents.UPDATED_TIME));
  }
}
