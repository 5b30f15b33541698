package dev.aludel.persistence.jooq.conversation;

import static dev.aludel.persistence.jooq.generated.Tables.CHAT_MESSAGES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqMessages}. */
final class MessageStatements {

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

  final CompiledUpdate insert;
  final CompiledUpdate delete;
  final CompiledQuery<ChatMessage> find;
  final CompiledQuery<Long> count;
  final CompiledQuery<Long> countOfSession;
  final KeysetQuery<ChatMessage> all;
  final KeysetQuery<ChatMessage> ofSession;
  final KeysetQuery<ChatMessage> after;
  final KeysetQuery<ChatMessage> before;
  final CompiledQuery<ChatMessage> newest;

  MessageStatements(StatementCompiler compiler) {
    DSLContext dsl = compiler.dsl();
    Condition sameId = CHAT_MESSAGES.ID.eq(parameter(CHAT_MESSAGES.ID));
    Condition sameSession = CHAT_MESSAGES.SESSION_ID.eq(parameter(CHAT_MESSAGES.SESSION_ID));
    Field<Integer> rows = count();
    insert =
        compiler.update(
            CHAT_MESSAGES,
            dsl.insertInto(CHAT_MESSAGES).columns(COLUMNS).values(parameters(COLUMNS)));
    delete = compiler.update(CHAT_MESSAGES, dsl.deleteFrom(CHAT_MESSAGES).where(sameId));
    find =
        compiler.query(
            CHAT_MESSAGES,
            dsl.select(COLUMNS).from(CHAT_MESSAGES).where(sameId),
            MessageStatements::message);
    count =
        compiler.query(
            CHAT_MESSAGES, dsl.select(rows).from(CHAT_MESSAGES), row -> row.number(rows));
    countOfSession =
        compiler.query(
            CHAT_MESSAGES,
            dsl.select(rows).from(CHAT_MESSAGES).where(sameSession),
            row -> row.number(rows));
    all =
        compiler.keyset(CHAT_MESSAGES, COLUMNS, noCondition(), BY_TIME, MessageStatements::message);
    Param<Long> place = parameter(CHAT_MESSAGES.SEQ);
    ofSession = ofSession(compiler, sameSession, BY_SEQ);
    after = ofSession(compiler, sameSession.and(CHAT_MESSAGES.SEQ.gt(place)), BY_SEQ);
    before = ofSession(compiler, sameSession.and(CHAT_MESSAGES.SEQ.lt(place)), BACKWARDS);
    newest =
        compiler.first(CHAT_MESSAGES, COLUMNS, sameSession, BACKWARDS, MessageStatements::message);
  }

  private static KeysetQuery<ChatMessage> ofSession(
      StatementCompiler compiler, Condition condition, KeysetOrder order) {
    return compiler.keyset(CHAT_MESSAGES, COLUMNS, condition, order, MessageStatements::message);
  }

  /** The message's values in the order of insert. */
  static @Nullable Object[] values(ChatMessage message) {
    return new @Nullable Object[] {
      message.id().value(),
      message.sessionId().value(),
      message.seq(),
      message.text(),
      message.senderTypeOrNull(),
      message.senderNameOrNull(),
      message.createdAt().toEpochMilli()
    };
  }

  private static ChatMessage message(Row row) {
    return new ChatMessage(
        row.read(CHAT_MESSAGES.ID, ChatMessage.Id::new),
        row.read(CHAT_MESSAGES.SESSION_ID, Session.Id::new),
        row.number(CHAT_MESSAGES.SEQ),
        row.text(CHAT_MESSAGES.MESSAGE),
        row.nullableText(CHAT_MESSAGES.SENDER_TYPE),
        row.nullableText(CHAT_MESSAGES.SENDER_NAME),
        row.time(CHAT_MESSAGES.CREATED_TIME));
  }
}
