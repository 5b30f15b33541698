package dev.aludel.persistence.jooq.conversation;

import static dev.aludel.persistence.jooq.generated.Tables.CHAT_MESSAGES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;

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
    compiler.first("newest", CHAT_MESSAGES, COLUMNS, sameSession, BACKWARDS);
  }

  private static void page(
      StatementCompiler compiler, String name, Condition condition, KeysetOrder order) {
    compiler.keyset(name, CHAT_MESSAGES, COLUMNS, condition, order);
  }
}
