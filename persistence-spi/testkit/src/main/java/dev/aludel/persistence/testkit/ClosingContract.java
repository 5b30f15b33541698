package dev.aludel.persistence.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.domain.BlocksCutException;
import dev.aludel.domain.BlocksCutException.CutBlock;
import dev.aludel.domain.BlocksCutException.Stage;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import dev.aludel.persistence.TransactionBlock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What closing does to blocks that run, that wait, and that come too late, on every storage. */
public abstract class ClosingContract extends StorageContract {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

  @RegisterExtension final OtherThreads others = new OtherThreads();

  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  final void letBlocksGoOn() {
    goOn.countDown();
  }

  private Storage open(Duration closeTimeout) {
    return open(settings -> settings.closeTimeout(closeTimeout));
  }

  @Test
  @Rule("CLOSING-01")
  final void close_waitsForARunningBlockAndLetsNoNewOneBegin() throws Exception {
    Storage storage = open(LONG);
    Future<String> block = writing(storage, tx -> "done " + tx.sessions().count());
    Future<?> closing = others.submit(storage::close);
    awaitClosing(storage);

    assertThatThrownBy(() -> storage.write(tx -> ""))
        .isInstanceOf(StorageClosedException.class)
        .hasMessageMatching("The storage of .+ is closed\\. Open another one\\.");
    assertThat(closing.isDone()).isFalse();
    goOn.countDown();

    assertThat(block.get()).isEqualTo("done 1");
    assertThat(closing.get()).isNull();
    assertStored(storage, 1);
  }

  @Test
  @Rule("CLOSING-02")
  final void close_cutsABlockAndSaysWhose_whenItRunsLongerThanTheLimit() throws Exception {
    Storage storage = open(SHORT);
    Future<String> block = writing(storage, tx -> "done " + tx.sessions().count());

    BlocksCutException cut = catchThrowableOfType(BlocksCutException.class, storage::close);
    goOn.countDown();

    assertThat(cut)
        .hasMessageMatching(
            "Closing the storage of .+ waited PT0\\.1S and then cut 1 block that still ran: thread"
                + " \"writer\", since "
                + TIME
                + "\\. Nothing of what was cut is stored\\. Let blocks end before closing, or raise"
                + " the close timeout\\.");
    assertThat(cut.blocks()).hasSize(1);
    assertThat(cut.blocks().get(0).stage()).isEqualTo(Stage.RUNNING);
    assertThat(failure(block))
        .isInstanceOf(StorageClosedException.class)
        .hasMessageMatching(
            "The storage of .+ was closed while this block ran, since "
                + cut.blocks().get(0).since()
                + ": closing waited PT0\\.1S and then cut it, and nothing of it is stored\\. Let"
                + " blocks end before closing, or raise the close timeout\\.");
    assertStored(storage, 0);
  }

  @Test
  @Rule("CLOSING-03")
  final void close_cutsABlock_whenItMakesNoFurtherCall() throws Exception {
    Storage storage = open(SHORT);
    Future<String> block = writing(storage, tx -> "done");

    assertThatThrownBy(storage::close).isInstanceOf(BlocksCutException.class);
    goOn.countDown();

    assertThat(failure(block)).isInstanceOf(StorageClosedException.class).hasNoCause();
    assertStored(storage, 0);
  }

  @Test
  @Rule("CLOSING-04")
  final void close_cutsABlock_whenItFailsWithAnErrorOfItsOwn() throws Exception {
    Storage storage = open(SHORT);
    IllegalArgumentException own = new IllegalArgumentException("the block's own");
    Future<String> block =
        writing(
            storage,
            tx -> {
              throw own;
            });

    assertThatThrownBy(storage::close).isInstanceOf(BlocksCutException.class);
    goOn.countDown();

    assertThat(failure(block)).isInstanceOf(StorageClosedException.class).hasCause(own);
  }

  @Test
  @Rule("CLOSING-05")
  final void close_doesNotWait_whenTheLimitIsZero() throws Exception {
    Storage storage = open(Duration.ZERO);
    Future<String> block = writing(storage, tx -> "");

    assertThatThrownBy(storage::close)
        .isInstanceOf(BlocksCutException.class)
        .hasMessageContaining(" waited PT0S and then cut 1 block ");
    goOn.countDown();

    assertThat(failure(block)).isInstanceOf(StorageClosedException.class);
  }

  @Test
  @Rule("CLOSING-06")
  final void close_doesNotWait_whenItsThreadIsInterrupted() throws Exception {
    Storage storage = open(LONG);
    Future<String> block = writing(storage, tx -> "");

    Thread.currentThread().interrupt();
    Throwable cut = catchThrowable(storage::close);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(cut).isInstanceOf(BlocksCutException.class);
    goOn.countDown();
    assertThat(failure(block)).isInstanceOf(StorageClosedException.class);
  }

  @Test
  @Rule("CLOSING-07")
  final void close_namesEveryThread_whenSeveralBlocksAreCut() throws Exception {
    Storage storage = open(SHORT);
    if (!storage.capabilities().contains(Capability.READERS_BESIDE_WRITER)) {
      storage.close();
      return;
    }
    Future<String> writer = writing(storage, tx -> "");
    CountDownLatch reading = new CountDownLatch(1);
    Future<String> reader =
        others.submit(
            () -> {
              Thread.currentThread().setName("reader");
              return storage.read(
                  tx -> {
                    reading.countDown();
                    OtherThreads.await(goOn);
                    return "" + tx.sessions().count();
                  });
            });
    OtherThreads.await(reading);

    BlocksCutException cut = catchThrowableOfType(BlocksCutException.class, storage::close);
    goOn.countDown();

    assertThat(cut).hasMessageContaining(" cut 2 blocks that still ran: thread \"writer\", since ");
    assertThat(cut.blocks()).extracting(CutBlock::thread).containsExactly("writer", "reader");
    assertThat(failure(writer)).isInstanceOf(StorageClosedException.class);
    assertThat(failure(reader))
        .isInstanceOf(StorageClosedException.class)
        .hasMessageContaining(" was closed while this block ran, since ");
  }

  @Test
  @Rule("CLOSING-08")
  final void close_isRefused_whenItsThreadIsInsideABlock() {
    Storage storage = open(LONG);

    assertThatThrownBy(
            () ->
                storage.write(
                    tx -> {
                      storage.close();
                      return "";
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "This thread is inside a block of .+ and cannot close it: closing would wait for the"
                + " block, and the block for closing\\. Close the storage after its blocks\\.");

    storage.sessions().insert(session("s"));
    storage.close();
    assertStored(storage, 1);
  }

  @Test
  @Rule("CLOSING-09")
  final void close_doesNothing_whenItIsClosed() {
    Storage storage = open(LONG);

    storage.close();
    storage.close();

    assertStored(storage, 0);
  }

  @Test
  @Rule("CLOSING-10")
  final void close_waitsToo_whenAnotherThreadCloses() throws Exception {
    Storage storage = open(LONG);
    Future<String> block = writing(storage, tx -> "done");
    Future<?> closing = others.submit(storage::close);
    awaitClosing(storage);
    Future<?> closingToo = others.submit(storage::close);

    Thread.sleep(100);
    assertThat(closing.isDone() || closingToo.isDone()).isFalse();
    goOn.countDown();

    assertThat(closing.get()).isNull();
    assertThat(closingToo.get()).isNull();
    assertThat(block.get()).isEqualTo("done");
  }

  @Test
  @Rule("CLOSING-11")
  final void waitingBlock_isRefused_whenClosingBegins() throws Exception {
    Storage storage = open(settings -> settings.poolSize(1).closeTimeout(LONG));
    Future<String> block = writing(storage, tx -> "done");
    AtomicReference<@Nullable Thread> waiter = new AtomicReference<>();
    CountDownLatch called = new CountDownLatch(1);
    Future<String> waiting =
        others.submit(
            () -> {
              waiter.set(Thread.currentThread());
              called.countDown();
              return storage.write(tx -> "never");
            });
    OtherThreads.await(called);
    OtherThreads.untilItWaits(requireNonNull(waiter.get()));
    Future<?> closing = others.submit(storage::close);
    awaitClosing(storage);
    goOn.countDown();

    assertThat(failure(waiting)).isInstanceOf(StorageClosedException.class);
    assertThat(block.get()).isEqualTo("done");
    assertThat(closing.get()).isNull();
  }

  @Test
  @Rule("CLOSING-12")
  final void block_isNotRunAgain_whenClosingHasBegun() throws Exception {
    Storage storage = open(LONG);
    AtomicInteger runs = new AtomicInteger();
    TransientStorageException failure = new TransientStorageException("Somebody was first.", null);
    Future<String> block =
        writing(
            storage,
            tx -> {
              runs.incrementAndGet();
              throw failure;
            });
    Future<?> closing = others.submit(storage::close);
    awaitClosing(storage);
    goOn.countDown();

    assertThat(failure(block)).isInstanceOf(StorageClosedException.class).hasCause(failure);
    assertThat(runs).hasValue(1);
    assertThat(closing.get()).isNull();
  }

  @Test
  @Rule("CLOSING-13")
  final void closedStorage_refusesEveryCallAndSaysSo() {
    Storage storage = open(LONG);
    Sessions kept = storage.sessions();
    storage.close();

    assertThatThrownBy(() -> storage.read(tx -> ""))
        .isInstanceOf(StorageClosedException.class)
        .hasMessageMatching("The storage of .+ is closed\\. Open another one\\.");
    assertThatThrownBy(() -> storage.write(tx -> "")).isInstanceOf(StorageClosedException.class);
    assertThatThrownBy(() -> storage.sessions().insert(session("s")))
        .isInstanceOf(StorageClosedException.class);
    assertThatThrownBy(kept::count)
        .isInstanceOf(StorageClosedException.class)
        .hasMessageMatching("The storage of .+ is closed\\. Open another one\\.");
    assertThat(storage.health().error().orElseThrow()).isInstanceOf(StorageClosedException.class);
    assertThat(storage.capabilities()).isNotNull();
  }

  /** A block that has written, and that goes on with {@code rest} when it is told to. */
  private Future<String> writing(Storage storage, TransactionBlock<String> rest) {
    Future<String> block =
        others.submit(
            () -> {
              Thread.currentThread().setName("writer");
              return storage.write(tx -> insertAndWait(tx, rest));
            });
    OtherThreads.await(inside);
    return block;
  }

  private String insertAndWait(Transaction tx, TransactionBlock<String> rest) {
    tx.sessions().insert(session("s"));
    inside.countDown();
    OtherThreads.await(goOn);
    return rest.run(tx);
  }

  // Each look is on a thread of its own: one that came too early may wait behind the block.
  private void awaitClosing(Storage storage) throws InterruptedException {
    AtomicBoolean closing = new AtomicBoolean();
    while (!closing.get()) {
      others.start(
          () ->
              closing.compareAndSet(
                  false, storage.health().errorOrNull() instanceof StorageClosedException));
      Thread.sleep(5);
    }
  }

  private static Throwable failure(Future<?> block) {
    Throwable failure = catchThrowable(() -> block.get());
    assertThat(failure).isInstanceOf(ExecutionException.class);
    return requireNonNull(failure.getCause());
  }

  private void assertStored(Storage closed, int sessions) {
    if (closed.capabilities().contains(Capability.DURABLE)) {
      try (Storage again = open(LONG)) {
        assertThat(again.sessions().count()).isEqualTo(sessions);
      }
    }
  }
}
