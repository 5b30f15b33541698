package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.BlocksCutException.CutBlock;
import dev.aludel.domain.BlocksCutException.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BlocksCutExceptionTest {

  private static final Instant NOON = Instant.parse("2025-09-16T12:00:00Z");

  @Test
  void message_namesThreadAndTime() {
    CutBlock block = new CutBlock("worker-1", NOON, Stage.RUNNING);

    assertThat(new BlocksCutException("sqlite:///a.db", Duration.ofSeconds(10), List.of(block)))
        .hasMessage(
            "Closing the storage of sqlite:///a.db waited PT10S and then cut 1 block that still"
                + " ran: thread \"worker-1\", since 2025-09-16T12:00:00Z. Nothing of what was cut"
                + " is stored. Let blocks end before closing, or raise the close timeout.");
  }

  @Test
  void message_leavesOpenWhatWasInItsCommit() {
    List<CutBlock> blocks =
        List.of(
            new CutBlock("a", NOON, Stage.COMMITTING),
            new CutBlock("b", NOON.plusSeconds(1), Stage.RUNNING));

    BlocksCutException cut = new BlocksCutException("memory:", Duration.ZERO, blocks);

    assertThat(cut)
        .hasMessage(
            "Closing the storage of memory: waited PT0S and then cut 2 blocks that still ran:"
                + " thread \"a\", since 2025-09-16T12:00:00Z and in its commit; thread \"b\", since"
                + " 2025-09-16T12:00:01Z. What was cut in its commit may be stored, and its thread"
                + " hears whether; nothing else is. Let blocks end before closing, or raise the"
                + " close timeout.");
    assertThat(cut.blocks()).isEqualTo(blocks);
  }

  @Test
  void message_namesTenAndCountsTheOthers() {
    List<CutBlock> blocks =
        IntStream.range(0, 13)
            .mapToObj(number -> new CutBlock("t" + number, NOON, Stage.RUNNING))
            .toList();

    assertThat(new BlocksCutException("memory:", Duration.ZERO, blocks))
        .hasMessageContaining(
            "; thread \"t9\", since 2025-09-16T12:00:00Z; and 3 more. Nothing of what was cut ")
        .hasMessageNotContaining("t10");
  }
}
