package dev.aludel.persistence.testkit;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The kinds of records of conversations. */
final class ConversationKinds {

  private static final Instant NOON = StorageContract.NOON;

  static final List<Stored<?>> ALL =
      List.of(
          Stored.of(
              "sessions",
              new Session(new Session.Id("sample"), "user", "name", "agent", NOON, NOON),
              Map.of("createdAt", "created_time", "updatedAt", "updated_time"),
              Repositories::sessions,
              Session::id),
          messages());

  private ConversationKinds() {}

  private static Stored<NewMessage> messages() {
    return new Stored<>(
        "chat_messages",
        new NewMessage(new ChatMessage.Id("sample"), "text", "type", "name", NOON),
        Map.of("text", "message"),
        (storage, one) -> storage.messages().append(World.SESSION, one),
        (storage, one) -> storage.messages().find(one.id()).map(ConversationKinds::asGiven),
        (storage, one) -> storage.messages().delete(one.id()));
  }

  static NewMessage asGiven(ChatMessage message) {
    return new NewMessage(
        message.id(),
        message.text(),
        message.senderTypeOrNull(),
        message.senderNameOrNull(),
        message.createdAt());
  }
}
