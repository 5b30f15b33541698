package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.DOCUMENT_RELATIONSHIPS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The SQL of {@link RelationshipStatements}. */
final class RelationshipSql {

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

  private RelationshipSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            DOCUMENT_RELATIONSHIPS,
            DOCUMENT_RELATIONSHIPS.ID,
            DATA,
            KeysetOrder.ascending(DOCUMENT_RELATIONSHIPS.CREATED_TIME, DOCUMENT_RELATIONSHIPS.ID));
    DSLContext dsl = compiler.dsl();
    Condition isSource = is(DOCUMENT_RELATIONSHIPS.SOURCE_ID);
    Condition isTarget = is(DOCUMENT_RELATIONSHIPS.TARGET_ID);
    compiler.update(
        "link",
        DOCUMENT_RELATIONSHIPS,
        dsl.insertInto(DOCUMENT_RELATIONSHIPS)
            .columns(COLUMNS)
            .values(parameters(COLUMNS))
            .onConflict(SAMENESS)
            .doNothing());
    compiler.update(
        "unlinkAll",
        DOCUMENT_RELATIONSHIPS,
        dsl.deleteFrom(DOCUMENT_RELATIONSHIPS).where(isSource.or(isTarget)));
    entities.query("same", DSL.and(SAMENESS.stream().map(RelationshipSql::is).toList()));
    entities.page("outgoing", isSource, BY_ID);
    entities.page("incoming", isTarget, BY_ID);
    NeighbourhoodSql.compile(compiler);
  }

  private static <T> Condition is(Field<T> column) {
    return column.eq(parameter(column));
  }
}
