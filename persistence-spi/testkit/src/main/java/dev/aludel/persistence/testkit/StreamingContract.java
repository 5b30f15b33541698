package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What streams do on every storage; messages stand for every port. */
public abstract class StreamingContract extends StorageContract {

  private static final Session.Id S = new Session.Id("s");

  /** More than any adapter reads at once. */
  private static final int MANY = 1_200;

  private final ExecutorService others = Executors.newCachedThreadPool();

  private Messages messages() {
    return storage().messages();
  }

  @BeforeEach
  final void insertSession() {
    storage().sessions().insertAll(List.of(session("s"), session("t")));
  }

  @AfterEach
  final void endOtherThreads() {
    others.shutdownNow();
  }

  @Test
  @Rule("STREAMING-01")
  final void stream_meetsEachOnceInTheOrderOfItsPages() {
    List<ChatMessage> appended = messages().append(S, messages(MANY));
    messages().append(new Session.Id("t"), message("other", NOON.plusMillis(1)));

    assertThat(messages().<List<ChatMessage>>stream(S, Stream::toList)).isEqualTo(appended);
    assertThat(messages().<List<ChatMessage>>stream(Stream::toList))
        .isEqualTo(all(500, messages()::page));
    assertThat(storage().sessions().<List<Session>>stream(Stream::toList))
        .containsExactly(session("s"), session("t"));
  }

  @Test
  @Rule("STREAMING-02")
  final void stream_isEmpty_whenThereIsNothing() {
    assertThat(messages().<Long>stream(S, Stream::count)).isZero();
    assertThat(messages().<Long>stream(new Session.Id("u"), Stream::count)).isZero();
  }

  @Test
  @Rule("STREAMING-03")
  final void stream_isOneSnapshot_whileOthersWrite() {
    assumeThat(storage().capabilities()).contains(Capability.READERS_BESIDE_WRITER);
    messages().append(S, messages(MANY));

    List<ChatMessage> met =
        messages().stream(S, rows -> rows.map(this::afterAppendingElsewhere).toList());

    assertThat(met).hasSize(MANY);
    assertThat(messages().count(S)).isEqualTo(MANY + 1);
  }

  private ChatMessage afterAppendingElsewhere(ChatMessage row) {
    if (row.seq() == 1) {
      try {
        others.submit(() -> messages().append(S, message("late"))).get();
      } catch (InterruptedException | ExecutionException failure) {
        throw new AssertionError(failure);
      }
    }
    return row;
  }

  @Test
  @Rule("STREAMING-04")
  final void stream_mayEndEarlyAndLeavesTheStorageUsable() {
    messages().append(S, messages(MANY));

    ChatMessage first = messages().stream(S, rows -> rows.findFirst().orElseThrow());

    assertThat(first.seq()).isEqualTo(1);
    assertThat(messages().append(S, message("next")).seq()).isEqualTo(MANY + 1);
  }

  @Test
  @Rule("STREAMING-05")
  final void stream_throwsWhatItsReaderThrowsAndLeavesTheStorageUsable() {
    messages().append(S, messages(3));
    IllegalArgumentException error = new IllegalArgumentException("the reader's own");

    assertThatThrownBy(
            () ->
                messages().stream(
                    S,
                    rows -> {
                      rows.iterator().next();
                      throw error;
                    }))
        .isSameAs(error);
    assertThat(messages().append(S, message("next")).seq()).isEqualTo(4);
  }

  @Test
  @Rule("STREAMING-06")
  final void stream_isClosed_whenItsTransactionHasEnded() {
    messages().append(S, messages(3));

    Stream<ChatMessage> ofACall = messages().stream(S, rows -> rows);
    Stream<ChatMessage> ofABlock = storage().read(tx -> tx.messages().stream(S, rows -> rows));

    assertThatThrownBy(ofACall::toList).isInstanceOf(StorageClosedException.class);
    assertThatThrownBy(ofABlock::toList).isInstanceOf(StorageClosedException.class);
  }

  @Test
  @Rule("STREAMING-07")
  final void stream_letsItsBlockGoOnWithOtherCalls() {
    messages().append(S, messages(MANY));

    List<String> texts =
        storage()
            .read(
                tx ->
                    tx.messages().stream(
                        S,
                        rows ->
                            rows.limit(150)
                                .map(row -> tx.messages().get(row.id()).text())
                                .toList()));

    assertThat(texts).hasSize(150);
  }

  @Test
  @Rule("STREAMING-08")
  final void stream_meetsWhatItsBlockHasWritten() {
    List<ChatMessage> met =
        storage()
            .write(
                tx -> {
                  List<ChatMessage> appended =
                      new ArrayList<>(tx.messages().append(S, messages(3)));
                  appended.removeAll(tx.messages().<List<ChatMessage>>stream(S, Stream::toList));
                  return appended;
                });

    assertThat(met).isEmpty();
  }

  @Test
  @Rule("STREAMING-09")
  final void stream_refusesASingleCallInsideItsReader() {
    messages().append(S, messages(3));

    assertThatThrownBy(
            () -> messages().stream(S, rows -> rows.map(row -> messages().get(row.id())).toList()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("This thread is inside a block of ");
  }

  private static List<NewMessage> messages(int count) {
    return IntStream.range(0, count).mapToObj(i -> message("id %04d".formatted(i))).toList();
  }
}
