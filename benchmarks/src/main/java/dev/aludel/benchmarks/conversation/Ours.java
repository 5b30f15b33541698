package dev.aludel.benchmarks.conversation;

import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Instant;
import java.util.List;

/** Aludel's storage with its defaults. */
final class Ours implements Rival<ChatMessage> {

  private final Storage storage;

  private Ours(Storage storage) {
    this.storage = storage;
  }

  static Ours open(ConversationDatabase database) {
    return new Ours(Storages.open(StorageConfig.of(database.url())));
  }

  @Override
  public void append(String session, List<Message> messages) {
    storage
        .messages()
        .append(new Session.Id(session), messages.stream().map(Ours::unplaced).toList());
  }

  @Override
  public List<ChatMessage> newest(String session) {
    return storage.messages().last(new Session.Id(session), NEWEST);
  }

  @Override
  public ChatMessage find(String id) {
    return storage.messages().get(new ChatMessage.Id(id));
  }

  /** The messages behind this number. */
  List<ChatMessage> pageAfter(String session, long seq, int count) {
    return storage
        .messages()
        .pageAfter(new Session.Id(session), seq, PageRequest.first(count))
        .items();
  }

  /** How long the texts of a session are together. */
  long characters(String session) {
    return storage.messages().stream(
        new Session.Id(session),
        messages -> messages.mapToLong(message -> message.text().length()).sum());
  }

  private static NewMessage unplaced(Message message) {
    return new NewMessage(
        new ChatMessage.Id(message.id()),
        message.text(),
        message.senderType(),
        message.senderName(),
        Instant.ofEpochMilli(message.createdTime()));
  }

  @Override
  public Message plain(ChatMessage read) {
    return new Message(
        read.id().value(),
        read.sessionId().value(),
        read.seq(),
        read.text(),
        read.senderTypeOrNull(),
        read.senderNameOrNull(),
        read.createdAt().toEpochMilli());
  }

  @Override
  public void close() {
    storage.close();
  }
}
