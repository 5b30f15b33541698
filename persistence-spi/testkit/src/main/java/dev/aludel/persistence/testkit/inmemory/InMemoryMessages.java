package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.util.List;

/** The messages in memory. */
final class InMemoryMessages extends TableRepository<ChatMessage, ChatMessage.Id>
    implements Messages {

  private static final Table<ChatMessage, ChatMessage.Id> TABLE =
      Table.of("chat_messages", ChatMessage::id)
          .text("id", message -> message.id().value())
          .text("message", ChatMessage::text)
          .text("sender_type", ChatMessage::senderTypeOrNull)
          .text("sender_name", ChatMessage::senderNameOrNull)
          .references(
              "session_id", InMemorySessions.TABLE, ChatMessage::sessionId, OnDelete.CASCADE);

  InMemoryMessages(Calls calls) {
    super(TABLE, "message", ConversationKeysets.MESSAGES, calls);
  }

  @Override
  public List<ChatMessage> append(Session.Id session, List<NewMessage> messages) {
    List<ChatMessage> placed = messages.stream().map(message -> placed(session, message)).toList();
    return placed.isEmpty() ? placed : calls().write(tables -> append(tables, session, placed));
  }

  private static List<ChatMessage> append(
      Tables tables, Session.Id session, List<ChatMessage> placed) {
    if (tables.find(InMemorySessions.TABLE, session).isEmpty()) {
      throw new NotFoundException("session", session.value());
    }
    tables.insert(TABLE, placed);
    return placed;
  }

  @Override
  public Page<ChatMessage> page(Session.Id session, PageRequest request) {
    return page(
        ConversationKeysets.messagesOf(session),
        Direction.ASCENDING,
        request,
        messages -> messages.filter(message -> message.sessionId().equals(session)));
  }

  @Override
  public long count(Session.Id session) {
    return calls()
        .read(
            tables ->
                tables.all(TABLE).stream()
                    .filter(message -> message.sessionId().equals(session))
                    .count());
  }

  private static ChatMessage placed(Session.Id session, NewMessage message) {
    return new ChatMessage(
        message.id(),
        session,
        message.text(),
        message.senderTypeOrNull(),
        message.senderNameOrNull(),
        message.createdAt());
  }
}
