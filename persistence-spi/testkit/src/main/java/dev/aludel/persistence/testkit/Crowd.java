package dev.aludel.persistence.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Many threads that write to one session, begin together, and meet no error; of one storage, of
 * several, or of several processes, each of which has a crowd of its own. What they leave behind is
 * looked at when all have ended.
 */
public final class Crowd {

  private static final long PATIENCE_SECONDS = 60;
  private static final Session.Id SESSION = new Session.Id("crowded");
  private static final LongTermEntry.Key COUNTER = new LongTermEntry.Key("blocks");

  private final String name;
  private final List<Storage> storages;

  /**
   * A crowd.
   *
   * @param name tells its messages from those of others
   * @param storages on one database, which the threads take in turn
   */
  public Crowd(String name, Storage... storages) {
    this.name = name;
    this.storages = List.of(storages);
  }

  /** Makes the session that all write to, once for all crowds. */
  public static void gather(Storage storage) {
    storage.sessions().insert(Session.begun(SESSION, "everybody", StorageContract.NOON));
    storage.longTerm().put(COUNTER, new Json("0"), StorageContract.NOON);
  }

  /** Each thread appends single messages, and touches and reads the session after each. */
  public void appendAndTouch(int threads, int each) {
    together(
        threads,
        (storage, thread) -> {
          for (int number = 0; number < each; number++) {
            storage.messages().append(SESSION, List.of(message(thread, number, "")));
            storage.sessions().touch(SESSION, StorageContract.NOON.plusMillis(number));
            assertThat(storage.sessions().get(SESSION).id()).isEqualTo(SESSION);
          }
        });
  }

  /**
   * Each thread runs write blocks that read the last message and a counter, write the counter, and
   * append an answer.
   */
  public void answer(int threads, int each) {
    together(
        threads,
        (storage, thread) -> {
          for (int number = 0; number < each; number++) {
            int which = number;
            storage.write(tx -> answer(tx, thread, which));
          }
        });
  }

  private ChatMessage answer(Transaction tx, int thread, int number) {
    List<ChatMessage> last = tx.messages().window(SESSION, Window.ofMessages(1));
    long count = Long.parseLong(tx.longTerm().get(COUNTER).value().text());
    tx.longTerm().put(COUNTER, new Json(String.valueOf(count + 1)), StorageContract.NOON);
    long seq = last.isEmpty() ? 0 : last.get(0).seq();
    return tx.messages()
        .append(SESSION, List.of(message(thread, number, String.valueOf(seq))))
        .get(0);
  }

  private NewMessage message(int thread, int number, String text) {
    return new NewMessage(
        new ChatMessage.Id("%s/%d/%06d".formatted(name, thread, number)),
        text,
        null,
        null,
        StorageContract.NOON);
  }

  private interface Work {
    void in(Storage storage, int thread);
  }

  private void together(int threads, Work work) {
    CyclicBarrier beginning = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < threads; number++) {
        int thread = number;
        Storage storage = storages.get(thread % storages.size());
        running.add(
            pool.submit(
                () -> {
                  beginning.await(PATIENCE_SECONDS, SECONDS);
                  work.in(storage, thread);
                  return null;
                }));
      }
      for (Future<?> thread : running) {
        thread.get(PATIENCE_SECONDS, SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException failure) {
      throw new AssertionError("The crowd " + name + " did not end well.", failure);
    } finally {
      pool.shutdownNow();
    }
  }

  /** All messages are there, numbered without a gap, and those of this crowd's threads in order. */
  public void requireAppended(int all, int threads, int each) {
    List<ChatMessage> messages = messages();
    assertThat(messages.stream().map(ChatMessage::seq))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all).boxed().toList());
    assertThat(storages.get(0).messages().lastSeq(SESSION)).isEqualTo(all);
    for (int thread = 0; thread < threads; thread++) {
      String prefix = "%s/%d/".formatted(name, thread);
      assertThat(messages.stream().map(message -> message.id().value()))
          .filteredOn(id -> id.startsWith(prefix))
          .containsExactlyElementsOf(
              IntStream.range(0, each)
                  .mapToObj(number -> prefix + "%06d".formatted(number))
                  .toList());
    }
  }

  /** The same; and each answer is directly behind what its block had read. */
  public void requireAnswered(int all, int threads, int each) {
    requireAppended(all, threads, each);
    assertThat(messages().stream().map(message -> Long.parseLong(message.text()) + 1))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all).boxed().toList());
    assertThat(storages.get(0).longTerm().get(COUNTER).value().text())
        .isEqualTo(String.valueOf(all));
  }

  /** The session's last time of update is the latest that a thread touched it with. */
  public void requireTouched(int each) {
    assertThat(storages.get(0).sessions().get(SESSION).updatedAt())
        .isEqualTo(StorageContract.NOON.plusMillis(each - 1L));
  }

  private List<ChatMessage> messages() {
    return StorageContract.all(
        PageRequest.MAX_LIMIT, request -> storages.get(0).messages().page(SESSION, request));
  }
}
