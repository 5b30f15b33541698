package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.Neighbour;
import dev.aludel.persistence.jooq.generated.columns.DocumentRelationships;
import dev.aludel.persistence.jooq.statement.Column;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqRelationships}. */
final class RelationshipStatements {

  private static final Column<Long> REACHED = new Column<>("reached.id");
  private static final Column<Integer> NEAREST = new Column<>("min");

  final EntityStatements<DocumentRelationship> entities;
  final CompiledUpdate link;
  final CompiledUpdate unlinkAll;
  final CompiledQuery<DocumentRelationship> same;
  final KeysetQuery<DocumentRelationship> outgoing;
  final KeysetQuery<DocumentRelationship> incoming;
  final KeysetQuery<Neighbour> neighbourhood;

  RelationshipStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, RelationshipStatements::documentRelationship);
    link = statements.update("link");
    unlinkAll = statements.update("unlinkAll");
    same = entities.query("same");
    outgoing = entities.page("outgoing");
    incoming = entities.page("incoming");
    neighbourhood = statements.keyset("neighbourhood", RelationshipStatements::neighbour);
  }

  /** The values in the order of the columns, the id last. */
  static @Nullable Object[] values(DocumentRelationship documentRelationship) {
    return new @Nullable Object[] {
      documentRelationship.sourceId().value(),
      documentRelationship.targetId().value(),
      documentRelationship.type().stored(),
      documentRelationship.topic(),
      documentRelationship.scope(),
      documentRelationship.createdAt().toEpochMilli(),
      documentRelationship.updatedAt().toEpochMilli(),
      documentRelationship.id().value()
    };
  }

  private static Neighbour neighbour(Row row) {
    return new Neighbour(new Document.Id(row.number(REACHED)), (int) row.number(NEAREST));
  }

  private static DocumentRelationship documentRelationship(Row row) {
    return new DocumentRelationship(
        new DocumentRelationship.Id(row.number(DocumentRelationships.ID)),
        new Document.Id(row.number(DocumentRelationships.SOURCE_ID)),
        new Document.Id(row.number(DocumentRelationships.TARGET_ID)),
        row.oneOf(DocumentRelationships.RELATIONSHIP_TYPE, DocumentRelationship.Type.values()),
        row.text(DocumentRelationships.TOPIC),
        row.text(DocumentRelationships.SCOPE),
        row.time(DocumentRelationships.CREATED_TIME),
        row.time(DocumentRelationships.UPDATED_TIME));
  }
}
