package dev.aludel.persistence.jooq.conversation;

import static dev.aludel.persistence.jooq.generated.Tables.CHAT_MESSAGES;
import static dev.aludel.persistence.jooq.generated.Tables.SESSIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Table;

/** The SQL of {@link MessageStatements}. */
final class MessageSql {

  private static final List<Field<?>> COLUMNS =
      List.of(
          CHAT_MESSAGES.ID,
          CHAT_MESSAGES.SESSION_ID,
          CHAT_MESSAGES.SEQ,
          CHAT_MESSAGES.MESSAGE,
          CHAT_MESSAGES.SENDER_TYPE,
          CHAT_MESSAGES.SENDER_NAME,
          CHAT_MESSAGES.CREATED_TIME);

  private static final KeysetOrder BY_TIME =
      KeysetOrder.ascending(CHAT_MESSAGES.CREATED_TIME, CHAT_MESSAGES.ID);
  private static final KeysetOrder BY_SEQ = KeysetOrder.ascending(CHAT_MESSAGES.SEQ);
  private static final KeysetOrder BACKWARDS = KeysetOrder.descending(CHAT_MESSAGES.SEQ);

  private MessageSql() {}

  static void compile(StatementCompiler compiler) {
    DSLContext dsl = compiler.dsl();
    Condition sameId = CHAT_MESSAGES.ID.eq(parameter(CHAT_MESSAGES.ID));
    Condition sameSession = CHAT_MESSAGES.SESSION_ID.eq(parameter(CHAT_MESSAGES.SESSION_ID));
    compiler.update(
        "insert",
        CHAT_MESSAGES,
        dsl.insertInto(CHAT_MESSAGES).columns(COLUMNS).values(parameters(COLUMNS)));
    compiler.update("delete", CHAT_MESSAGES, dsl.deleteFrom(CHAT_MESSAGES).where(sameId));
    compiler.query("find", CHAT_MESSAGES, dsl.select(COLUMNS).from(CHAT_MESSAGES).where(sameId));
    compiler.query("count", CHAT_MESSAGES, dsl.select(count()).from(CHAT_MESSAGES));
    compiler.query(
        "countOfSession",
        CHAT_MESSAGES,
        dsl.select(count()).from(CHAT_MESSAGES).where(sameSession));
    page(compiler, "all", noCondition(), BY_TIME);
    Param<Long> place = parameter(CHAT_MESSAGES.SEQ);
    page(compiler, "ofSession", sameSession, BY_SEQ);
    page(compiler, "after", sameSession.and(CHAT_MESSAGES.SEQ.gt(place)), BY_SEQ);
    page(compiler, "before", sameSession.and(CHAT_MESSAGES.SEQ.lt(place)), BACKWARDS);
    overtaken(compiler, sameSession.and(CHAT_MESSAGES.SEQ.gt(place)));
    if (compiler.isPostgres()) {
      Condition session = SESSIONS.ID.eq(parameter(SESSIONS.ID));
      append(compiler, "append", session);
      append(
          compiler,
          "appendAfter",
          session.and(SESSIONS.LAST_SEQ.eq(param("expected", SESSIONS.LAST_SEQ))));
    }
    compiler.first("newest", CHAT_MESSAGES, COLUMNS, sameSession, BACKWARDS);
  }

  // Moves the session's number and inserts under it, at once: the session's row is locked no longer
  // than the commit takes. SQLite knows no such statement, and has one writer anyway.
  private static void append(StatementCompiler compiler, String name, Condition session) {
    CommonTableExpression<?> advanced =
        name("advanced")
            .as(
                compiler
                    .dsl()
                    .update(SESSIONS)
                    .set(SESSIONS.LAST_SEQ, SESSIONS.LAST_SEQ.add(inline(1L)))
                    .where(session)
                    .returning(SESSIONS.ID, SESSIONS.LAST_SEQ));
    List<Field<?>> values = new ArrayList<>(parameters(COLUMNS));
    values.set(COLUMNS.indexOf(CHAT_MESSAGES.SESSION_ID), advanced.field(SESSIONS.ID));
    values.set(COLUMNS.indexOf(CHAT_MESSAGES.SEQ), advanced.field(SESSIONS.LAST_SEQ));
    compiler.returning(
        name,
        CHAT_MESSAGES,
        compiler
            .dsl()
            .with(advanced)
            .insertInto(CHAT_MESSAGES)
            .columns(COLUMNS)
            .select(select(values).from(advanced))
            .returning(CHAT_MESSAGES.SEQ),
        List.of(CHAT_MESSAGES.SEQ));
  }

  // A session's last number and what came behind a place, which belong together.
  private static void overtaken(StatementCompiler compiler, Condition behind) {
    Table<?> later = compiler.first(CHAT_MESSAGES, COLUMNS, behind, BY_SEQ).asTable("later");
    List<Field<?>> found = new ArrayList<>(COLUMNS);
    found.add(SESSIONS.LAST_SEQ);
    compiler.returning(
        "overtaken",
        CHAT_MESSAGES,
        compiler
            .dsl()
            .select(later.fields())
            .select(SESSIONS.LAST_SEQ)
            .from(SESSIONS)
            .leftJoin(later)
            .on(trueCondition())
            .where(SESSIONS.ID.eq(parameter(SESSIONS.ID))),
        found);
  }

  private static void page(
      StatementCompiler compiler, String name, Condition condition, KeysetOrder order) {
    compiler.keyset(name, CHAT_MESSAGES, COLUMNS, condition, order);
  }
}
