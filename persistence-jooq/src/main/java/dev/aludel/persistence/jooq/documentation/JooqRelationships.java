package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Neighbour;
import dev.aludel.domain.documentation.Relationships;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import org.jspecify.annotations.Nullable;

/** The relationships in the table {@code document_relationships}. */
final class JooqRelationships
    extends EntityRepository<DocumentRelationship, DocumentRelationship.Id>
    implements Relationships {

  private final RelationshipStatements statements;

  JooqRelationships(RelationshipStatements statements, Calls calls) {
    super(statements.entities, DocumentationKeysets.RELATIONSHIPS, "relationship", calls);
    this.statements = statements;
  }

  @Override
  protected Object key(DocumentRelationship.Id id) {
    return id.value();
  }

  @Override
  protected DocumentRelationship.Id id(DocumentRelationship documentRelationship) {
    return documentRelationship.id();
  }

  @Override
  protected @Nullable Object[] values(DocumentRelationship documentRelationship) {
    return RelationshipStatements.values(documentRelationship);
  }

  @Override
  public DocumentRelationship link(DocumentRelationship relationship) {
    requireNonNull(relationship, "relationship");
    @Nullable Object[] values = values(relationship);
    return calls()
        .write(
            run -> {
              run.update(statements.link, values);
              return run.only(
                  statements.same,
                  relationship.sourceId().value(),
                  relationship.targetId().value(),
                  relationship.type().stored(),
                  relationship.topic(),
                  relationship.scope());
            });
  }

  @Override
  public Page<DocumentRelationship> page(
      Document.Id document, DocumentRelationship.Direction direction, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(direction, "direction");
    requireNonNull(request, "request");
    KeysetQuery<DocumentRelationship> query =
        switch (direction) {
          case OUTGOING -> statements.outgoing;
          case INCOMING -> statements.incoming;
        };
    return query.page(
        calls(),
        DocumentationKeysets.relationshipsOf(document, direction),
        request,
        document.value());
  }

  @Override
  public Page<Neighbour> neighbourhood(Document.Id document, int depth, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(request, "request");
    return statements.neighbourhood.page(
        calls(),
        DocumentationKeysets.neighbourhood(document, depth),
        request,
        document.value(),
        depth,
        document.value());
  }

  @Override
  public int unlinkAll(Document.Id document) {
    requireNonNull(document, "document");
    return calls().change(statements.unlinkAll, document.value(), document.value());
  }
}
