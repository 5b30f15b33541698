package dev.aludel.persistence.jooq.conversation;

import static dev.aludel.persistence.jooq.generated.Tables.SESSIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;

import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** The SQL of {@link SessionStatements}. */
final class SessionSql {

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

  private SessionSql() {}

  static void compile(StatementCompiler compiler) {
    DSLContext dsl = compiler.dsl();
    Condition sameId = SESSIONS.ID.eq(parameter(SESSIONS.ID));
    Condition sameUser = SESSIONS.USER_ID.eq(parameter(SESSIONS.USER_ID));
    compiler.update(
        "insert", SESSIONS, dsl.insertInto(SESSIONS).columns(INSERTED).values(insertedValues()));
    compiler.update("update", SESSIONS, dsl.update(SESSIONS).set(assignments(DATA)).where(sameId));
    compiler.update(
        "upsert",
        SESSIONS,
        dsl.insertInto(SESSIONS)
            .columns(INSERTED)
            .values(insertedValues())
            .onConflict(SESSIONS.ID)
            .doUpdate()
            .set(excluded(DATA)));
    compiler.update("delete", SESSIONS, dsl.deleteFrom(SESSIONS).where(sameId));
    compiler.query("find", SESSIONS, dsl.select(COLUMNS).from(SESSIONS).where(sameId));
    compiler.query("exists", SESSIONS, dsl.select(SESSIONS.ID).from(SESSIONS).where(sameId));
    compiler.query("count", SESSIONS, dsl.select(count()).from(SESSIONS));
    compiler.keyset(
        "all",
        SESSIONS,
        COLUMNS,
        noCondition(),
        KeysetOrder.ascending(SESSIONS.CREATED_TIME, SESSIONS.ID));
    compiler.keyset("ofUser", SESSIONS, COLUMNS, sameUser, LAST_UPDATED_FIRST);
    compiler.keyset(
        "ofUserAndAgent",
        SESSIONS,
        COLUMNS,
        sameUser.and(SESSIONS.AGENT_ID.eq(parameter(SESSIONS.AGENT_ID))),
        LAST_UPDATED_FIRST);
    compiler.update(
        "rename",
        SESSIONS,
        dsl.update(SESSIONS).set(SESSIONS.NAME, parameter(SESSIONS.NAME)).where(sameId));
    compiler.update(
        "assignAgent",
        SESSIONS,
        dsl.update(SESSIONS)
            .set(SESSIONS.AGENT_ID, parameter(SESSIONS.AGENT_ID))
            .where(sameId.and(SESSIONS.AGENT_ID.isNull())));
    compiler.update(
        "touch",
        SESSIONS,
        dsl.update(SESSIONS)
            .set(
                SESSIONS.UPDATED_TIME,
                greatest(SESSIONS.UPDATED_TIME, parameter(SESSIONS.UPDATED_TIME)))
            .where(sameId));
    compiler.update(
        "deleteOfUser",
        SESSIONS,
        dsl.deleteFrom(SESSIONS)
            .where(
                SESSIONS.ID.in(
                    dsl.select(SESSIONS.ID)
                        .from(SESSIONS)
                        .where(sameUser)
                        .limit(param("limit", Long.class)))));
    compiler.query("lastSeq", SESSIONS, dsl.select(SESSIONS.LAST_SEQ).from(SESSIONS).where(sameId));
    advance(compiler, "advance", sameId);
    advance(
        compiler,
        "advanceFrom",
        sameId.and(SESSIONS.LAST_SEQ.eq(param("expected", SESSIONS.LAST_SEQ))));
    compiler.query("signOfLife", SESSIONS, signOfLife(compiler));
  }

  // A standby answers queries, and is of no use to who writes.
  private static Select<?> signOfLife(StatementCompiler compiler) {
    Select<Record1<String>> any = select(SESSIONS.ID).from(SESSIONS).limit(inline(1));
    Field<String> readOnly =
        compiler.isPostgres()
            ? function("current_setting", String.class, inline("transaction_read_only"))
            : inline("off");
    return compiler.dsl().select(readOnly.as("read_only"), field(any).as("any"));
  }

  // The row stays locked until the transaction ends: who appends to the same session comes after.
  private static void advance(StatementCompiler compiler, String name, Condition condition) {
    compiler.returning(
        name,
        SESSIONS,
        compiler
            .dsl()
            .update(SESSIONS)
            .set(SESSIONS.LAST_SEQ, SESSIONS.LAST_SEQ.add(param("appended", Long.class)))
            .where(condition)
            .returning(SESSIONS.LAST_SEQ),
        List.of(SESSIONS.LAST_SEQ));
  }

  private static List<Field<?>> insertedValues() {
    List<Field<?>> values = new ArrayList<>(parameters(COLUMNS));
    values.add(inline(0L));
    return values;
  }
}
