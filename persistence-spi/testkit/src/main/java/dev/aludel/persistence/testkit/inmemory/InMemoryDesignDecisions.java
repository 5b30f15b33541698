package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.DesignDecisions;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.util.Collection;
import java.util.List;

/** The design decisions in memory. */
final class InMemoryDesignDecisions
    extends MutableTableRepository<DesignDecision, DesignDecision.Id> implements DesignDecisions {

  private static final Table<DesignDecision, DesignDecision.Id> TABLE =
      Table.of("design_decisions", DesignDecision::id)
          .text("description", DesignDecision::description)
          .text("rationale", DesignDecision::rationaleOrNull)
          .text("alternatives", DesignDecision::alternativesOrNull)
          .references(
              "document_id", InMemoryDocuments.TABLE, DesignDecision::documentId, OnDelete.CASCADE);

  InMemoryDesignDecisions(Calls calls) {
    super(TABLE, "design decision", DocumentationKeysets.DESIGN_DECISIONS, calls);
  }

  @Override
  public Page<DesignDecision> page(Document.Id document, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.designDecisionsOf(document),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> one.documentId().equals(document)));
  }

  @Override
  public void replace(Document.Id document, Collection<DesignDecision> given) {
    requireNonNull(document, "document");
    requireNonNull(given, "given");
    for (DesignDecision one : given) {
      if (!one.documentId().equals(document)) {
        throw new IllegalArgumentException(
            "The design decision %s is of the document %s, not of %s. Give those of one document."
                .formatted(one.id(), one.documentId(), document));
      }
    }
    List<DesignDecision> added = List.copyOf(given);
    calls()
        .write(
            tables -> {
              List.copyOf(tables.all(TABLE)).stream()
                  .filter(one -> one.documentId().equals(document))
                  .forEach(one -> tables.delete(TABLE, one.id()));
              tables.insert(TABLE, added);
              return added;
            });
  }
}
