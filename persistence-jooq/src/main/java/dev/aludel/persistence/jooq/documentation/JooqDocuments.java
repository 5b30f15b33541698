package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Documents;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.SnapshotChanges;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents in the table {@code documents}. */
final class JooqDocuments extends EntityRepository<Document, Document.Id> implements Documents {

  private final DocumentStatements statements;

  JooqDocuments(DocumentStatements statements, Calls calls) {
    super(statements.entities, DocumentationKeysets.DOCUMENTS, "document", calls);
    this.statements = statements;
  }

  @Override
  protected Object key(Document.Id id) {
    return id.value();
  }

  @Override
  protected Document.Id id(Document document) {
    return document.id();
  }

  @Override
  protected @Nullable Object[] values(Document document) {
    return DocumentStatements.values(document);
  }

  @Override
  public Optional<Document> find(Project.Id project, String path) {
    requireNonNull(project, "project");
    requireNonNull(path, "path");
    return calls().first(statements.byPath, project.value(), path);
  }

  @Override
  public Document upsertByPath(Document document) {
    requireNonNull(document, "document");
    @Nullable Object[] values = values(document);
    return calls()
        .write(
            run -> {
              run.update(statements.upsertByPath, values);
              return run.only(statements.byPath, document.projectId().value(), document.path());
            });
  }

  @Override
  public Page<Document> page(Project.Id project, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(request, "request");
    return statements.ofProject.page(
        calls(), DocumentationKeysets.documentsOf(project), request, project.value());
  }

  @Override
  public Page<Document> page(Project.Id project, Document.Type type, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(type, "type");
    requireNonNull(request, "request");
    return statements.ofType.page(
        calls(),
        DocumentationKeysets.documentsOf(project, type),
        request,
        project.value(),
        type.stored());
  }

  @Override
  public Page<Document> pageByDigest(Project.Id project, String digest, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(digest, "digest");
    requireNonNull(request, "request");
    return statements.withDigest.page(
        calls(),
        DocumentationKeysets.documentsWithDigest(project, digest),
        request,
        project.value(),
        digest);
  }

  @Override
  public Optional<String> content(Document.Id id) {
    requireNonNull(id, "id");
    return calls().first(statements.content, id.value()).flatMap(content -> content);
  }

  @Override
  public void putContent(Document.Id id, String content) {
    requireNonNull(id, "id");
    requireNonNull(content, "content");
    if (calls().change(statements.putContent, content, id.value()) == 0) {
      throw new NotFoundException("document", id.toString());
    }
  }

  @Override
  public boolean removeContent(Document.Id id) {
    requireNonNull(id, "id");
    return calls().change(statements.removeContent, id.value()) > 0;
  }

  @Override
  public SnapshotChanges changes(Project.Id project, Collection<FileState> snapshot) {
    requireNonNull(project, "project");
    requireNonNull(snapshot, "snapshot");
    return SnapshotChanges.between(snapshot, calls().list(statements.files, project.value()));
  }
}
