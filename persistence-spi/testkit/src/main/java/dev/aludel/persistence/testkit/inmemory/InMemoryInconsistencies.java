package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Inconsistencies;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inconsistencies in memory, their links to documents beside them. */
final class InMemoryInconsistencies extends MutableTableRepository<Inconsistency, Inconsistency.Id>
    implements Inconsistencies {

  static final Table<Inconsistency, Inconsistency.Id> TABLE =
      Table.of("inconsistencies", Inconsistency::id)
          .text("description", Inconsistency::description)
          .text("suggested_resolution", Inconsistency::suggestedResolutionOrNull)
          .text("metadata", one -> one.metadata().map(Json::text).orElse(null))
          .references(
              "project_id",
              InMemoryProjects.TABLE,
              Inconsistency::projectIdOrNull,
              OnDelete.CASCADE);

  private record Link(Inconsistency.Id inconsistency, Document.Id document) {}

  private static final Table<Link, Link> LINKS =
      Table.<Link, Link>of(
              "inconsistency_documents", List.of("inconsistency_id", "document_id"), link -> link)
          .references("inconsistency_id", TABLE, Link::inconsistency, OnDelete.CASCADE)
          .references("document_id", InMemoryDocuments.TABLE, Link::document, OnDelete.CASCADE);

  InMemoryInconsistencies(Calls calls) {
    super(TABLE, "inconsistency", DocumentationKeysets.INCONSISTENCIES, calls);
  }

  @Override
  public void report(Inconsistency inconsistency, Collection<Document.Id> documents) {
    requireNonNull(inconsistency, "inconsistency");
    requireNonNull(documents, "documents");
    List<Link> links =
        documents.stream().map(document -> new Link(inconsistency.id(), document)).toList();
    calls()
        .write(
            tables -> {
              tables.insert(TABLE, List.of(inconsistency));
              tables.insert(LINKS, links);
              return links;
            });
  }

  @Override
  public Page<Document.Id> documents(Inconsistency.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return calls()
        .read(
            tables ->
                Direction.ASCENDING.page(
                    DocumentationKeysets.documentsOf(id),
                    request,
                    tables.all(LINKS).stream()
                        .filter(link -> link.inconsistency().equals(id))
                        .map(Link::document)));
  }

  @Override
  public Page<Inconsistency> page(Inconsistency.Status status, PageRequest request) {
    requireNonNull(status, "status");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.inconsistencies(status),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> one.status() == status));
  }

  @Override
  public Page<Inconsistency> page(Inconsistency.Severity severity, PageRequest request) {
    requireNonNull(severity, "severity");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.inconsistencies(severity),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> one.severity() == severity));
  }

  @Override
  public Page<Inconsistency> page(
      Project.Id project, Inconsistency.Status status, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(status, "status");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.inconsistenciesOf(project, status),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> isOf(project, one) && one.status() == status));
  }

  @Override
  public Page<Inconsistency> page(
      Project.Id project, Inconsistency.Severity severity, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(severity, "severity");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.inconsistenciesOf(project, severity),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> isOf(project, one) && one.severity() == severity));
  }

  private static boolean isOf(Project.Id project, Inconsistency inconsistency) {
    return project.equals(inconsistency.projectIdOrNull());
  }

  @Override
  public boolean transition(
      Inconsistency.Id id, Inconsistency.Status from, Inconsistency.Status to, Instant at) {
    requireNonNull(id, "id");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(at, "at");
    Instant resolvedAt = to == Inconsistency.Status.RESOLVED ? at : null;
    return calls().write(tables -> transition(tables, id, from, to, resolvedAt, at));
  }

  /** Gives an inconsistency that has the status {@code from} another, and says whether it had. */
  static boolean transition(
      Tables tables,
      Inconsistency.Id id,
      Inconsistency.Status from,
      Inconsistency.Status to,
      @Nullable Instant resolvedAt,
      Instant at) {
    Optional<Inconsistency> there = tables.find(TABLE, id).filter(one -> one.status() == from);
    there.ifPresent(one -> tables.put(TABLE, with(one, to, resolvedAt, at)));
    return there.isPresent();
  }

  private static Inconsistency with(
      Inconsistency one, Inconsistency.Status status, @Nullable Instant resolvedAt, Instant at) {
    return new Inconsistency(
        one.id(),
        one.projectIdOrNull(),
        one.type(),
        one.severity(),
        status,
        one.description(),
        one.suggestedResolutionOrNull(),
        one.confidenceOrNull(),
        one.metadataOrNull(),
        one.detectedAt(),
        resolvedAt,
        one.createdAt(),
        at);
  }
}
