package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.generated.columns.ChatMessages;
import dev.aludel.persistence.jooq.generated.columns.Sessions;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  final CompiledQuery<Later> overtaken;

  /** Appends one message at once; absent where it takes two statements. */
  final Optional<CompiledQuery<Long>> append;

  final Optional<CompiledQuery<Long>> appendAfter;

  /** A session's last number, and one of the messages behind a place, if there are any. */
  record Later(long lastSeq, Optional<ChatMessage> message) {}

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
    overtaken = statements.query("overtaken", MessageStatements::later);
    append = statements.queryIfAny("append", MessageStatements::seq);
    appendAfter = statements.queryIfAny("appendAfter", MessageStatements::seq);
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

  /** The message's values in the order of the statements that append one. */
  static List<@Nullable Object> values(NewMessage message) {
    return Arrays.asList(
        message.id().value(),
        message.text(),
        message.senderTypeOrNull(),
        message.senderNameOrNull(),
        message.createdAt().toEpochMilli());
  }

  private static long seq(Row row) {
    return row.number(ChatMessages.SEQ);
  }

  private static Later later(Row row) {
    boolean isOne = row.nullableText(ChatMessages.ID) != null;
    return new Later(
        row.number(Sessions.LAST_SEQ), isOne ? Optional.of(message(row)) : Optional.empty());
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
