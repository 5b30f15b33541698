package dev.aludel.persistence.jooq;

import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Instant;

/** A process that uses the storages whose URLs it is given, and says one word at its end. */
final class QuietStorage {
  private QuietStorage() {}

  public static void main(String[] urls) {
    for (String url : urls) {
      StorageConfig config = StorageConfig.builder(url).schemaPolicy(SchemaPolicy.UPGRADE).build();
      try (Storage storage = Storages.open(config)) {
        Session session = Session.begun(new Session.Id("s"), "ada", Instant.ofEpochMilli(0));
        storage.sessions().insert(session);
        storage.read(transaction -> transaction.sessions().count());
      }
    }
    System.out.println("done");
  }
}
