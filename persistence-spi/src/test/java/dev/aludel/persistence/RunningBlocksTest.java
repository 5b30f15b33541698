package dev.aludel.persistence;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.BlocksCutException.CutBlock;
import dev.aludel.domain.BlocksCutException.Stage;
import dev.aludel.domain.OutcomeUnknownException;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.StorageTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunningBlocksTest {

  private static final Instant NOON = Instant.parse("2025-09-16T12:00:00Z");
  private static final String CUT =
      "The storage of memory: was closed while this block ran, since 2025-09-16T12:00:00Z: closing"
          + " waited PT0S and then cut it, and nothing of it is stored. Let blocks end before"
          + " closing, or raise the close timeout.";

  private final RunningBlocks blocks = new RunningBlocks("memory:", new NoonClock());
  private final List<String> done = new ArrayList<>();

  /** Happens when a block has been let in and is not yet among those that run. */
  private Runnable whileOneBegins = () -> {};

  /** Asked when a block begins. */
  private final class NoonClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(NOON, zone);
    }

    @Override
    public Instant instant() {
      whileOneBegins.run();
      return NOON;
    }
  }

  private RunningBlock begin() {
    return blocks.begin(() -> done.add("stopped"));
  }

  private List<CutBlock> cut() {
    return blocks.close(Duration.ZERO).orElseThrow().blocks();
  }

  @Test
  void close_saysNothing_whenAllBlocksHaveEnded() {
    blocks.end(begin());

    assertThat(blocks.close(Duration.ofDays(1))).isEmpty();
    assertThatThrownBy(this::begin)
        .isInstanceOf(StorageClosedException.class)
        .hasMessage("The storage of memory: is closed. Open another one.");
  }

  @Test
  void close_stopsAndCuts_whenABlockRuns() {
    RunningBlock block = begin();
    block.requireNotCut();

    assertThat(cut())
        .containsExactly(new CutBlock(Thread.currentThread().getName(), NOON, Stage.RUNNING));
    assertThat(done).containsExactly("stopped");
    assertThatThrownBy(block::requireNotCut)
        .isInstanceOf(StorageClosedException.class)
        .hasMessage(CUT);
    assertThatThrownBy(() -> block.commit(() -> done.add("committed")))
        .isInstanceOf(StorageClosedException.class)
        .hasMessage(CUT);
    assertThat(done).containsExactly("stopped");
  }

  @Test
  void close_stopsNothing_whenABlockIsInItsCommit() {
    RunningBlock block = begin();

    block.commit(() -> cut().forEach(cut -> done.add("cut " + cut.stage())));

    assertThat(done).containsExactly("cut COMMITTING");
  }

  @Test
  void close_cutsInTheOrderOfTheirBeginning() {
    List<String> names = IntStream.range(0, 20).mapToObj(number -> "thread " + number).toList();
    names.forEach(name -> blocks.begin(new Thread(name), () -> done.add("stopped")));

    assertThat(cut()).extracting(CutBlock::thread).containsExactlyElementsOf(names);
  }

  @Test
  void close_waitsForABlock_whenItBeginsAtThatMoment() throws InterruptedException {
    Thread closer = new Thread(() -> blocks.close(Duration.ofSeconds(30)));
    whileOneBegins = () -> startUntilItWaitsOrEnds(closer);

    RunningBlock block = begin();

    assertThat(closer.isAlive()).as("close waits").isTrue();
    block.requireNotCut();
    blocks.end(block);
    closer.join(SECONDS.toMillis(30));
    assertThat(closer.isAlive()).isFalse();
    assertThatThrownBy(this::begin).isInstanceOf(StorageClosedException.class);
  }

  private static void startUntilItWaitsOrEnds(Thread thread) {
    thread.start();
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void told_isWhatFailed_whenTheBlockWasNotCut() {
    StorageTimeoutException failure = new StorageTimeoutException("It took long.", null);

    assertThat(begin().told(failure)).isSameAs(failure);
  }

  @Test
  void told_isThatItWasCut_whenTheBlockWasCut() {
    RunningBlock block = begin();
    cut();
    StorageTimeoutException failure = new StorageTimeoutException("It was stopped.", null);

    assertThat(block.told(failure))
        .isInstanceOf(StorageClosedException.class)
        .hasMessage(CUT)
        .hasCause(failure);
  }

  @Test
  void told_isTheUnknownOutcome_whenTheBlockWasCutInItsCommit() {
    RunningBlock block = begin();
    cut();
    OutcomeUnknownException unknown = new OutcomeUnknownException("No answer came.", null);

    assertThat(block.told(unknown)).isSameAs(unknown);
  }
}
