package dev.aludel.persistence.jooq;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Instant;
import java.util.List;

/** A process that opens a storage, writes, and reads; its argument is the URL. */
final class FirstCalls {

  private static final Session.Id SESSION = new Session.Id("s");

  private FirstCalls() {}

  public static void main(String[] arguments) {
    try (Storage storage = Storages.open(StorageConfig.of(arguments[0]))) {
      storage.sessions().upsert(Session.begun(SESSION, "ada", Instant.EPOCH));
      List<ChatMessage> appended = storage.messages().append(SESSION, List.of(message()));
      storage.messages().get(appended.get(0).id());
      storage.messages().last(SESSION, 10);
      storage.episodes().count();
      storage.projects().count();
      storage.messages().delete(appended.get(0).id());
    }
  }

  private static NewMessage message() {
    return new NewMessage(new ChatMessage.Id("m"), "text", null, null, Instant.EPOCH);
  }
}
