package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Documents;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.SnapshotChanges;
import dev.aludel.persistence.StorableText;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The documents in memory, their contents beside them. */
final class InMemoryDocuments extends MutableTableRepository<Document, Document.Id>
    implements Documents {

  static final Table<Document, Document.Id> TABLE =
      Table.of("documents", Document::id)
          .text("path", Document::path)
          .text("md5_digest", Document::digest)
          .text("intent", Document::intentOrNull)
          .text("design_principles", Document::designPrinciplesOrNull)
          .text("constraints", Document::constraintsOrNull)
          .text("reference_documentation", Document::referenceDocumentationOrNull)
          .unique(
              List.of("project_id", "path"),
              document -> List.of(document.projectId(), document.path()))
          .references("project_id", InMemoryProjects.TABLE, Document::projectId, OnDelete.CASCADE);

  private record Content(Document.Id id, String text) {}

  private static final Table<Content, Document.Id> CONTENTS =
      Table.of("documents", Content::id)
          .text("content", Content::text)
          .references("id", TABLE, Content::id, OnDelete.CASCADE);

  InMemoryDocuments(Calls calls) {
    super(TABLE, "document", DocumentationKeysets.DOCUMENTS, calls);
  }

  @Override
  public Optional<Document> find(Project.Id project, String path) {
    requireNonNull(project, "project");
    requireNonNull(path, "path");
    StorableText.require("documents.path", path);
    return calls().read(tables -> at(tables, project, path));
  }

  private static Optional<Document> at(Tables tables, Project.Id project, String path) {
    return tables.all(TABLE).stream()
        .filter(document -> document.projectId().equals(project) && document.path().equals(path))
        .findFirst();
  }

  @Override
  public Document upsertByPath(Document document) {
    requireNonNull(document, "document");
    return calls()
        .write(
            tables -> {
              Optional<Document> there = at(tables, document.projectId(), document.path());
              if (there.isEmpty()) {
                tables.insert(TABLE, List.of(document));
                return document;
              }
              Document replaced = inPlaceOf(there.get(), document);
              tables.put(TABLE, replaced);
              return replaced;
            });
  }

  private static Document inPlaceOf(Document stored, Document given) {
    return new Document(
        stored.id(),
        stored.projectId(),
        stored.path(),
        given.type(),
        given.modifiedAt(),
        given.size(),
        given.digest(),
        given.intentOrNull(),
        given.designPrinciplesOrNull(),
        given.constraintsOrNull(),
        given.referenceDocumentationOrNull(),
        stored.createdAt(),
        given.updatedAt());
  }

  @Override
  public Page<Document> page(Project.Id project, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.documentsOf(project),
        Direction.ASCENDING,
        request,
        documents -> documents.filter(document -> document.projectId().equals(project)));
  }

  @Override
  public Page<Document> page(Project.Id project, Document.Type type, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(type, "type");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.documentsOf(project, type),
        Direction.ASCENDING,
        request,
        documents ->
            documents.filter(
                document -> document.projectId().equals(project) && document.type() == type));
  }

  @Override
  public Page<Document> pageByDigest(Project.Id project, String digest, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(digest, "digest");
    requireNonNull(request, "request");
    StorableText.require("documents.md5_digest", digest);
    return page(
        DocumentationKeysets.documentsWithDigest(project, digest),
        Direction.ASCENDING,
        request,
        documents ->
            documents.filter(
                document ->
                    document.projectId().equals(project) && document.digest().equals(digest)));
  }

  @Override
  public Optional<String> content(Document.Id id) {
    requireNonNull(id, "id");
    return calls().read(tables -> tables.find(CONTENTS, id).map(Content::text));
  }

  @Override
  public void putContent(Document.Id id, String content) {
    requireNonNull(id, "id");
    requireNonNull(content, "content");
    boolean there =
        calls()
            .write(
                tables -> {
                  StorableText.require("documents.content", content);
                  boolean found = tables.find(TABLE, id).isPresent();
                  if (found) {
                    tables.put(CONTENTS, new Content(id, content));
                  }
                  return found;
                });
    if (!there) {
      throw notFound(id);
    }
  }

  @Override
  public boolean removeContent(Document.Id id) {
    requireNonNull(id, "id");
    return calls().write(tables -> tables.delete(CONTENTS, id));
  }

  @Override
  public SnapshotChanges changes(Project.Id project, Collection<FileState> snapshot) {
    requireNonNull(project, "project");
    requireNonNull(snapshot, "snapshot");
    return SnapshotChanges.between(
        snapshot,
        calls()
            .read(
                tables ->
                    tables.all(TABLE).stream()
                        .filter(document -> document.projectId().equals(project))
                        .map(InMemoryDocuments::file)
                        .toList()));
  }

  private static FileState file(Document document) {
    return new FileState(
        document.path(), document.modifiedAt(), document.size(), document.digest());
  }
}
