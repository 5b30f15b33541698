package dev.aludel.benchmarks.crowd;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import dev.aludel.benchmarks.conversation.ConversationDatabase;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Many threads that write to one session of our storage, beside as many that write to sessions of
 * their own.
 */
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 12)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class OneSessionBenchmark extends Turns<List<Session.Id>> {

  /** What each thread does. */
  public enum Work {
    /** 1,600 messages, each in a call of its own, by eight threads. */
    APPENDS(8, 200) {
      @Override
      void once(Storage storage, Session.Id session) {
        storage.messages().append(session, message(""));
      }
    },
    /** 960 blocks that read a session's last message and append an answer, by sixteen threads. */
    BLOCKS(16, 60) {
      @Override
      void once(Storage storage, Session.Id session) {
        storage.write(
            tx -> {
              List<ChatMessage> last = tx.messages().window(session, Window.ofMessages(1));
              long seq = last.isEmpty() ? 0 : last.get(0).seq();
              ChatMessage answer = tx.messages().append(session, message(String.valueOf(seq)));
              if (answer.seq() != seq + 1) {
                throw new IllegalStateException("%d behind %d".formatted(answer.seq(), seq));
              }
              return answer;
            });
      }
    };

    private final int threads;
    private final int each;

    Work(int threads, int each) {
      this.threads = threads;
      this.each = each;
    }

    abstract void once(Storage storage, Session.Id session);

    int all() {
      return threads * each;
    }

    private static NewMessage message(String text) {
      return new NewMessage(
          new ChatMessage.Id(UUID.randomUUID().toString()),
          text,
          null,
          null,
          Instant.ofEpochMilli(0));
    }
  }

  @Param private Database database;

  @Param private Work work;

  @Param("64_sessions,1_session")
  private String rivals;

  private ConversationDatabase conversation;
  private Storage storage;
  private long before;

  @Setup(Level.Trial)
  public void open() throws IOException, SQLException {
    conversation = ConversationDatabase.own(database);
    storage = Storages.open(StorageConfig.of(conversation.url()));
  }

  @Override
  protected List<List<Session.Id>> entrants() {
    return Stream.of(rivals.split(",", -1))
        .map(rival -> Integer.parseInt(rival.substring(0, rival.indexOf('_'))))
        .map(count -> IntStream.range(0, count).mapToObj(OneSessionBenchmark::session).toList())
        .toList();
  }

  private static Session.Id session(int number) {
    return new Session.Id("crowded " + number);
  }

  @Override
  protected void prepare() {
    entrant()
        .forEach(
            id -> storage.sessions().upsert(Session.begun(id, "ada", Instant.ofEpochMilli(0))));
    before = storage.messages().count();
  }

  @Benchmark
  public Object write() throws InterruptedException {
    List<Callable<Integer>> threads = new ArrayList<>();
    for (int thread = 0; thread < work.threads; thread++) {
      int number = thread;
      threads.add(
          () -> {
            for (int i = 0; i < work.each; i++) {
              // No two threads have a session together unless there is only one.
              int session = (number + i * work.threads) % entrant().size();
              work.once(storage, entrant().get(session));
            }
            return number;
          });
    }
    return Crowd.together(threads);
  }

  @Override
  protected void check() {
    long stored = storage.messages().count() - before;
    if (stored != work.all()) {
      throw new IllegalStateException(stored + " messages, and not " + work.all());
    }
  }

  @TearDown(Level.Trial)
  public void closeStorage() throws IOException, SQLException {
    storage.close();
    conversation.close();
  }
}
