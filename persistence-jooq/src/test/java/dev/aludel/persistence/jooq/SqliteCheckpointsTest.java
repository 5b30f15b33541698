package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SqliteCheckpointsTest {

  private static final Session.Id SESSION = new Session.Id("s");
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  private Storage open() {
    return Storages.open(StorageConfig.of("sqlite:///" + folder.resolve("a.db")));
  }

  private static void append(Storage storage, int times, String text) {
    storage.sessions().insert(Session.begun(SESSION, "ada", Instant.EPOCH));
    for (int number = 1; number <= times; number++) {
      ChatMessage.Id id = new ChatMessage.Id("message " + number);
      storage.messages().append(SESSION, new NewMessage(id, text, null, null, Instant.EPOCH));
    }
  }

  @Test
  void writes_areCopiedIntoTheFile_withoutTheWriter() throws Exception {
    try (Storage storage = open()) {
      long before = Files.size(folder.resolve("a.db"));
      append(storage, 300, "short");

      while (Files.size(folder.resolve("a.db")) == before) {
        Thread.sleep(10);
      }
      assertThat(storage.messages().lastSeq(SESSION)).isEqualTo(300);
    }
  }

  @Test
  void theWal_isBounded_whenFewWritesAreLarge() throws IOException {
    try (Storage storage = open()) {
      append(storage, 80, "x".repeat(MEGABYTE));

      assertThat(Files.size(folder.resolve("a.db-wal"))).isLessThan(48L * MEGABYTE);
    }
  }
}
