package dev.aludel.persistence.jooq.conversation;

import static dev.aludel.persistence.jooq.generated.Tables.SESSIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqSessions}. */
final class SessionStatements {

  private static final List<Field<?>> DATA =
      List.of(
          SESSIONS.USER_ID,
          SESSIONS.NAME,
          SESSIONS.AGENT_ID,
          SESSIONS.CREATED_TIME,
          SESSIONS.UPDATED_TIME);

  // The id comes last, where it also stands in an update: one order of values for all statements.
  private static final List<Field<?>> COLUMNS =
      Stream.concat(DATA.stream(), Stream.of(SESSIONS.ID)).toList();

  final CompiledUpdate insert;
  final CompiledUpdate update;
  final CompiledUpdate upsert;
  final CompiledUpdate delete;
  final CompiledQuery<Session> find;
  final CompiledQuery<Session.Id> exists;
  final CompiledQuery<Long> count;
  final KeysetQuery<Session> all;
  final KeysetQuery<Session> ofUser;

  SessionStatements(StatementCompiler compiler) {
    DSLContext dsl = compiler.dsl();
    insert =
        compiler.update(
            SESSIONS, dsl.insertInto(SESSIONS).columns(COLUMNS).values(parameters(COLUMNS)));
    update =
        compiler.update(
            SESSIONS,
            dsl.update(SESSIONS)
                .set(assignments(DATA))
                .where(SESSIONS.ID.eq(parameter(SESSIONS.ID))));
    upsert =
        compiler.update(
            SESSIONS,
            dsl.insertInto(SESSIONS)
                .columns(COLUMNS)
                .values(parameters(COLUMNS))
                .onConflict(SESSIONS.ID)
                .doUpdate()
                .set(excluded(DATA)));
    delete =
        compiler.update(
            SESSIONS, dsl.deleteFrom(SESSIONS).where(SESSIONS.ID.eq(parameter(SESSIONS.ID))));
    find =
        compiler.query(
            SESSIONS,
            dsl.select(COLUMNS).from(SESSIONS).where(SESSIONS.ID.eq(parameter(SESSIONS.ID))),
            SessionStatements::session);
    exists =
        compiler.query(
            SESSIONS,
            dsl.select(SESSIONS.ID).from(SESSIONS).where(SESSIONS.ID.eq(parameter(SESSIONS.ID))),
            SessionStatements::id);
    Field<Integer> rows = count();
    count = compiler.query(SESSIONS, dsl.select(rows).from(SESSIONS), row -> row.number(rows));
    all =
        compiler.keyset(
            SESSIONS,
            COLUMNS,
            noCondition(),
            KeysetOrder.ascending(SESSIONS.CREATED_TIME, SESSIONS.ID),
            SessionStatements::session);
    ofUser =
        compiler.keyset(
            SESSIONS,
            COLUMNS,
            SESSIONS.USER_ID.eq(parameter(SESSIONS.USER_ID)),
            KeysetOrder.descending(SESSIONS.UPDATED_TIME, SESSIONS.ID),
            SessionStatements::session);
  }

  /** The session's values in the order of insert, update and upsert. */
  static @Nullable Object[] values(Session session) {
    return new @Nullable Object[] {
      session.userId(),
      session.nameOrNull(),
      session.agentIdOrNull(),
      session.createdAt().toEpochMilli(),
      session.updatedAt().toEpochMilli(),
      session.id().value()
    };
  }

  private static Session session(Row row) {
    return new Session(
        id(row),
        row.text(SESSIONS.USER_ID),
        row.nullableText(SESSIONS.NAME),
        row.nullableText(SESSIONS.AGENT_ID),
        row.time(SESSIONS.CREATED_TIME),
        row.time(SESSIONS.UPDATED_TIME));
  }

  private static Session.Id id(Row row) {
    return row.read(SESSIONS.ID, Session.Id::new);
  }
}
