package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.DesignDecisions;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The design decisions in the table {@code design_decisions}. */
final class JooqDesignDecisions extends EntityRepository<DesignDecision, DesignDecision.Id>
    implements DesignDecisions {

  private final DesignDecisionStatements statements;
  private final DocumentStatements documents;

  JooqDesignDecisions(
      DesignDecisionStatements statements, DocumentStatements documents, Calls calls) {
    super(statements.entities, DocumentationKeysets.DESIGN_DECISIONS, "design decision", calls);
    this.statements = statements;
    this.documents = documents;
  }

  @Override
  protected Object key(DesignDecision.Id id) {
    return id.value();
  }

  @Override
  protected DesignDecision.Id id(DesignDecision designDecision) {
    return designDecision.id();
  }

  @Override
  protected @Nullable Object[] values(DesignDecision designDecision) {
    return DesignDecisionStatements.values(designDecision);
  }

  @Override
  public Page<DesignDecision> page(Document.Id document, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(request, "request");
    return statements.ofDocument.page(
        calls(), DocumentationKeysets.designDecisionsOf(document), request, document.value());
  }

  @Override
  public void replace(Document.Id document, Collection<DesignDecision> given) {
    requireNonNull(document, "document");
    requireNonNull(given, "given");
    List<@Nullable Object[]> rows = given.stream().map(DesignDecisionStatements::values).toList();
    given.forEach(
        one -> OneDocument.require(document, one.documentId(), "design decision", one.id()));
    calls()
        .write(
            run -> {
              OneDocument.claim(run, documents, document);
              run.update(statements.deleteOfDocument, document.value());
              return rows.isEmpty() ? 0 : run.updateEach(statements.entities.insert, rows);
            });
  }
}
