package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Timestamps;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Inconsistencies;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inconsistencies in the table {@code inconsistencies}. */
final class JooqInconsistencies extends EntityRepository<Inconsistency, Inconsistency.Id>
    implements Inconsistencies {

  private final InconsistencyStatements statements;

  JooqInconsistencies(InconsistencyStatements statements, Calls calls) {
    super(statements.entities, DocumentationKeysets.INCONSISTENCIES, "inconsistency", calls);
    this.statements = statements;
  }

  @Override
  protected Object key(Inconsistency.Id id) {
    return id.value();
  }

  @Override
  protected Inconsistency.Id id(Inconsistency inconsistency) {
    return inconsistency.id();
  }

  @Override
  protected @Nullable Object[] values(Inconsistency inconsistency) {
    return InconsistencyStatements.values(inconsistency);
  }

  @Override
  public void report(Inconsistency inconsistency, Collection<Document.Id> documents) {
    requireNonNull(inconsistency, "inconsistency");
    requireNonNull(documents, "documents");
    @Nullable Object[] values = values(inconsistency);
    List<@Nullable Object[]> links =
        documents.stream()
            .map(document -> new @Nullable Object[] {inconsistency.id().value(), document.value()})
            .toList();
    calls()
        .write(
            run -> {
              run.update(statements.entities.insert, values);
              return links.isEmpty() ? 0 : run.updateEach(statements.link, links);
            });
  }

  @Override
  public Page<Document.Id> documents(Inconsistency.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return statements.documents.page(
        calls(), DocumentationKeysets.documentsOf(id), request, id.value());
  }

  @Override
  public Page<Inconsistency> page(Inconsistency.Status status, PageRequest request) {
    requireNonNull(status, "status");
    requireNonNull(request, "request");
    return statements.withStatus.page(
        calls(), DocumentationKeysets.inconsistencies(status), request, status.stored());
  }

  @Override
  public Page<Inconsistency> page(Inconsistency.Severity severity, PageRequest request) {
    requireNonNull(severity, "severity");
    requireNonNull(request, "request");
    return statements.ofSeverity.page(
        calls(), DocumentationKeysets.inconsistencies(severity), request, severity.stored());
  }

  @Override
  public Page<Inconsistency> page(
      Project.Id project, Inconsistency.Status status, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(status, "status");
    requireNonNull(request, "request");
    return statements.ofProjectWithStatus.page(
        calls(),
        DocumentationKeysets.inconsistenciesOf(project, status),
        request,
        project.value(),
        status.stored());
  }

  @Override
  public Page<Inconsistency> page(
      Project.Id project, Inconsistency.Severity severity, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(severity, "severity");
    requireNonNull(request, "request");
    return statements.ofProjectAndSeverity.page(
        calls(),
        DocumentationKeysets.inconsistenciesOf(project, severity),
        request,
        project.value(),
        severity.stored());
  }

  @Override
  public boolean transition(
      Inconsistency.Id id, Inconsistency.Status from, Inconsistency.Status to, Instant at) {
    requireNonNull(id, "id");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(at, "at");
    long time = Timestamps.cutToMilliseconds("at", at).toEpochMilli();
    Long resolved = to == Inconsistency.Status.RESOLVED ? (Long) time : null;
    return calls()
            .change(statements.transition, to.stored(), resolved, time, id.value(), from.stored())
        > 0;
  }
}
