package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DOCUMENT_RELATIONSHIPS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;

import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.Neighbour;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqRelationships}. */
final class RelationshipStatements {

  private static final List<Field<?>> DATA =
      List.of(
          DOCUMENT_RELATIONSHIPS.SOURCE_ID,
          DOCUMENT_RELATIONSHIPS.TARGET_ID,
          DOCUMENT_RELATIONSHIPS.RELATIONSHIP_TYPE,
          DOCUMENT_RELATIONSHIPS.TOPIC,
          DOCUMENT_RELATIONSHIPS.SCOPE,
          DOCUMENT_RELATIONSHIPS.CREATED_TIME,
          DOCUMENT_RELATIONSHIPS.UPDATED_TIME);

  private static final List<Field<?>> COLUMNS =
      Stream.concat(DATA.stream(), Stream.of(DOCUMENT_RELATIONSHIPS.ID)).toList();

  // No two relationships have the same of these: the first columns of the data.
  private static final List<Field<?>> SAMENESS = DATA.subList(0, 5);

  private static final KeysetOrder BY_ID = KeysetOrder.ascending(DOCUMENT_RELATIONSHIPS.ID);

  final EntityStatements<DocumentRelationship> entities;
  final CompiledUpdate link;
  final CompiledUpdate unlinkAll;
  final CompiledQuery<DocumentRelationship> same;
  final KeysetQuery<DocumentRelationship> outgoing;
  final KeysetQuery<DocumentRelationship> incoming;
  final KeysetQuery<Neighbour> neighbourhood;

  RelationshipStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            DOCUMENT_RELATIONSHIPS,
            DOCUMENT_RELATIONSHIPS.ID,
            DATA,
            KeysetOrder.ascending(DOCUMENT_RELATIONSHIPS.CREATED_TIME, DOCUMENT_RELATIONSHIPS.ID),
            RelationshipStatements::documentRelationship);
    DSLContext dsl = compiler.dsl();
    Condition isSource = is(DOCUMENT_RELATIONSHIPS.SOURCE_ID);
    Condition isTarget = is(DOCUMENT_RELATIONSHIPS.TARGET_ID);
    link =
        compiler.update(
            DOCUMENT_RELATIONSHIPS,
            dsl.insertInto(DOCUMENT_RELATIONSHIPS)
                .columns(COLUMNS)
                .values(parameters(COLUMNS))
                .onConflict(SAMENESS)
                .doNothing());
    unlinkAll =
        compiler.update(
            DOCUMENT_RELATIONSHIPS,
            dsl.deleteFrom(DOCUMENT_RELATIONSHIPS).where(isSource.or(isTarget)));
    same = entities.query(DSL.and(SAMENESS.stream().map(RelationshipStatements::is).toList()));
    outgoing = entities.page(isSource, BY_ID);
    incoming = entities.page(isTarget, BY_ID);
    neighbourhood = Neighbourhood.compiled(compiler);
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

  private static <T> Condition is(Field<T> column) {
    return column.eq(parameter(column));
  }

  private static DocumentRelationship documentRelationship(Row row) {
    return new DocumentRelationship(
        new DocumentRelationship.Id(row.number(DOCUMENT_RELATIONSHIPS.ID)),
        new Document.Id(row.number(DOCUMENT_RELATIONSHIPS.SOURCE_ID)),
        new Document.Id(row.number(DOCUMENT_RELATIONSHIPS.TARGET_ID)),
        row.oneOf(DOCUMENT_RELATIONSHIPS.RELATIONSHIP_TYPE, DocumentRelationship.Type.values()),
        row.text(DOCUMENT_RELATIONSHIPS.TOPIC),
        row.text(DOCUMENT_RELATIONSHIPS.SCOPE),
        row.time(DOCUMENT_RELATIONSHIPS.CREATED_TIME),
        row.time(DOCUMENT_RELATIONSHIPS.UPDATED_TIME));
  }
}
