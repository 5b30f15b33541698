package dev.aludel.app.documents;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.migrations.Migrator;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Clock;
import java.util.List;

public final class FirstUse {
  public static void main(String[] arguments) {
    String url = "sqlite:///agent.db";
    Clock clock = Clock.systemUTC();
    TimeOrderedUuids uuids = new TimeOrderedUuids(clock);

    Migrator migrator = Migrator.builder().url(url).bundled().build();
    migrator.upgrade("heads");

    try (Storage storage = Storages.open(StorageConfig.of(url))) {
      Session session = Session.begun(Session.Id.next(uuids), "user-1", clock.instant());
      NewMessage question =
          new NewMessage(
              ChatMessage.Id.next(uuids), "Are you there?", "user", null, clock.instant());
      NewMessage answer =
          new NewMessage(ChatMessage.Id.next(uuids), "Always.", "assistant", null, clock.instant());

      storage.write(
          transaction -> {
            transaction.sessions().insert(session);
            return transaction.messages().append(session.id(), List.of(question, answer));
          });

      Page<ChatMessage> page = storage.messages().page(session.id(), PageRequest.first(100));
      page.items().forEach(message -> System.out.println(message.text()));
    }
  }
}
