package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.generated.columns.ChatMessages;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqMessages}. */
final class MessageStatements {

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

  MessageStatements(CompiledStatements statements) {
    Function<Row, ChatMessage> reader = MessageStatements::message;
    insert = statements.update("insert");
    delete = statements.update("delete");
    find = statements.query("find", reader);
    count = statements.count("count");
    countOfSession = statements.count("countOfSession");
    all = statements.keyset("all", reader);
    ofSession = statements.keyset("ofSession", reader);
    after = statements.keyset("after", reader);
    before = statements.keyset("before", reader);
    newest = statements.query("newest", reader);
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
        row.read(ChatMessages.ID, ChatMessage.Id::new),
        row.read(ChatMessages.SESSION_ID, Session.Id::new),
        row.number(ChatMessages.SEQ),
        row.text(ChatMessages.MESSAGE),
        row.nullableText(ChatMessages.SENDER_TYPE),
        row.nullableText(ChatMessages.SENDER_NAME),
        row.time(ChatMessages.CREATED_TIME));
  }
}
