package dev.aludel.benchmarks.crowd;

import dev.aludel.benchmarks.conversation.ConversationDatabase;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Instant;

/** One storage of ours for all threads, with its defaults. */
final class OurStorage implements Crowd {
  private final Storage storage;
  private final Session.Id session;

  OurStorage(ConversationDatabase database) {
    this.storage = Storages.open(StorageConfig.of(database.url()));
    this.session = new Session.Id(database.session());
  }

  @Override
  public Member join() {
    return new Caller();
  }

  @Override
  public void close() {
    storage.close();
  }

  private final class Caller implements Member {
    @Override
    public boolean append(String id, Begin begin) {
      NewMessage message =
          new NewMessage(
              new ChatMessage.Id(id), "Said by one of many", null, null, Instant.ofEpochMilli(0));
      try {
        if (begin == Begin.BY_WRITING) {
          storage.messages().append(session, message);
        } else {
          storage.write(transaction -> readAndAppend(transaction.messages(), message));
        }
        return true;
      } catch (StorageException refused) {
        return false;
      }
    }

    private ChatMessage readAndAppend(Messages messages, NewMessage message) {
      long seq = messages.lastSeq(session) + 1;
      ChatMessage stored = messages.append(session, message);
      if (stored.seq() != seq) {
        throw new IllegalStateException("%d instead of %d".formatted(stored.seq(), seq));
      }
      return stored;
    }

    @Override
    public void find(String id) {
      storage.messages().get(new ChatMessage.Id(id));
    }

    @Override
    public void close() {
      // The storage is closed by who opened it.
    }
  }
}
