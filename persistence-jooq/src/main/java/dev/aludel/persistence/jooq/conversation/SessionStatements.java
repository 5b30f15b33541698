package dev.aludel.persistence.jooq.conversation;

import static dev.aludel.persistence.jooq.generated.Tables.SESSIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;

import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
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

  // A session begins without messages; what is there already keeps its count.
  private static final List<Field<?>> INSERTED =
      Stream.concat(COLUMNS.stream(), Stream.of(SESSIONS.LAST_SEQ)).toList();

  private static final KeysetOrder LAST_UPDATED_FIRST =
      KeysetOrder.descending(SESSIONS.UPDATED_TIME, SESSIONS.ID);

  final CompiledUpdate rename;
  final CompiledUpdate assignAgent;
  final CompiledUpdate touch;
  final CompiledUpdate deleteOfUser;
  final CompiledQuery<Long> lastSeq;
  final CompiledQuery<Long> advance;
  final CompiledQuery<Long> advanceFrom;
  final CompiledUpdate insert;
  final CompiledUpdate update;
  final CompiledUpdate upsert;
  final CompiledUpdate delete;
  final CompiledQuery<Session> find;
  final CompiledQuery<Session.Id> exists;
  final CompiledQuery<Long> count;
  final KeysetQuery<Session> all;
  final KeysetQuery<Session> ofUser;
  final KeysetQuery<Session> ofUserAndAgent;

  SessionStatements(StatementCompiler compiler) {
    DSLContext dsl = compiler.dsl();
    Condition sameId = SESSIONS.ID.eq(parameter(SESSIONS.ID));
    Condition sameUser = SESSIONS.USER_ID.eq(parameter(SESSIONS.USER_ID));
    insert =
        compiler.update(
            SESSIONS, dsl.insertInto(SESSIONS).columns(INSERTED).values(insertedValues()));
    update = compiler.update(SESSIONS, dsl.update(SESSIONS).set(assignments(DATA)).where(sameId));
    upsert =
        compiler.update(
            SESSIONS,
            dsl.insertInto(SESSIONS)
                .columns(INSERTED)
                .values(insertedValues())
                .onConflict(SESSIONS.ID)
                .doUpdate()
                .set(excluded(DATA)));
    delete = compiler.update(SESSIONS, dsl.deleteFrom(SESSIONS).where(sameId));
    find =
        compiler.query(
            SESSIONS, dsl.select(COLUMNS).from(SESSIONS).where(sameId), SessionStatements::session);
    exists =
        compiler.query(
            SESSIONS, dsl.select(SESSIONS.ID).from(SESSIONS).where(sameId), SessionStatements::id);
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
            SESSIONS, COLUMNS, sameUser, LAST_UPDATED_FIRST, SessionStatements::session);
    ofUserAndAgent =
        compiler.keyset(
            SESSIONS,
            COLUMNS,
            sameUser.and(SESSIONS.AGENT_ID.eq(parameter(SESSIONS.AGENT_ID))),
            LAST_UPDATED_FIRST,
            SessionStatements::session);
    rename =
        compiler.update(
            SESSIONS,
            dsl.update(SESSIONS).set(SESSIONS.NAME, parameter(SESSIONS.NAME)).where(sameId));
    assignAgent =
        compiler.update(
            SESSIONS,
            dsl.update(SESSIONS)
                .set(SESSIONS.AGENT_ID, parameter(SESSIONS.AGENT_ID))
                .where(sameId.and(SESSIONS.AGENT_ID.isNull())));
    touch =
        compiler.update(
            SESSIONS,
            dsl.update(SESSIONS)
                .set(
                    SESSIONS.UPDATED_TIME,
                    greatest(SESSIONS.UPDATED_TIME, parameter(SESSIONS.UPDATED_TIME)))
                .where(sameId));
    deleteOfUser =
        compiler.update(
            SESSIONS,
            dsl.deleteFrom(SESSIONS)
                .where(
                    SESSIONS.ID.in(
                        dsl.select(SESSIONS.ID)
                            .from(SESSIONS)
                            .where(sameUser)
                            .limit(param("limit", Long.class)))));
    lastSeq =
        compiler.query(
            SESSIONS,
            dsl.select(SESSIONS.LAST_SEQ).from(SESSIONS).where(sameId),
            SessionStatements::lastSeq);
    advance = advance(compiler, sameId);
    advanceFrom =
        advance(compiler, sameId.and(SESSIONS.LAST_SEQ.eq(param("expected", SESSIONS.LAST_SEQ))));
  }

  // The row stays locked until the transaction ends: who appends to the same session comes after.
  private static CompiledQuery<Long> advance(StatementCompiler compiler, Condition condition) {
    return compiler.returning(
        SESSIONS,
        compiler
            .dsl()
            .update(SESSIONS)
            .set(SESSIONS.LAST_SEQ, SESSIONS.LAST_SEQ.add(param("appended", Long.class)))
            .where(condition)
            .returning(SESSIONS.LAST_SEQ),
        List.of(SESSIONS.LAST_SEQ),
        SessionStatements::lastSeq);
  }

  private static List<Field<?>> insertedValues() {
    List<Field<?>> values = new ArrayList<>(parameters(COLUMNS));
    values.add(inline(0L));
    return values;
  }

  private static long lastSeq(Row row) {
    return row.number(SESSIONS.LAST_SEQ);
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
