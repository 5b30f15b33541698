package dev.aludel.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Cursors are kept by people and programs: what released ones look like must not change. */
final class MemoryKeysetsTest {

  private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final Episode EPISODE =
      new Episode(new Episode.Id(7), TIME, "e", null, null, null);
  private static final LongTermEntry ENTRY =
      new LongTermEntry(new LongTermEntry.Key("k"), Json.NULL, TIME);
  private static final Turn TURN = new Turn(new Turn.Id(7), TIME, null, null, null);
  private static final UncertaintyEntry UNCERTAINTY =
      new UncertaintyEntry(
          new UncertaintyEntry.Id(7), TIME, null, null, 0.5, null, null, false, null);
  private static final SemanticMemory MEMORY =
      new SemanticMemory(new SemanticMemory.Id(7), TIME, null, "c", 0.25, null, null);
  private static final TimeRange DAY = new TimeRange(TIME, TIME.plusSeconds(86_400));
  private static final ConfidenceRange LOW = new ConfidenceRange(0, 0.5);

  @Test
  void cursors_areTheSameTextForEver() {
    assertThat(MemoryKeysets.EPISODES.after(EPISODE))
        .hasToString("AfgD50d4afZkAAABi8_laHsAAAAAAAAAB_mPmzc");
    assertThat(MemoryKeysets.NEWEST_EPISODES.after(EPISODE))
        .hasToString("AdXHA8FnBHLVAAABi8_laHsAAAAAAAAAB8eDmEo");
    assertThat(MemoryKeysets.episodesOf("e").after(EPISODE))
        .hasToString("AYsjNvtaE6OXAAABi8_laHsAAAAAAAAAB85iIeM");
    assertThat(MemoryKeysets.episodesOf(DAY).after(EPISODE))
        .hasToString("ASg1f3mboGEOAAABi8_laHsAAAAAAAAAB5FPaYU");
    assertThat(MemoryKeysets.LONG_TERM.after(ENTRY)).hasToString("AXPCxxSJ9wS0AAAAAWvY9YGz");
    assertThat(MemoryKeysets.longTermOf("k").after(ENTRY)).hasToString("AVuV2y6-KR5LAAAAAWvc-08s");
    assertThat(MemoryKeysets.TURNS.after(TURN))
        .hasToString("AdIjCOtqUGy3AAABi8_laHsAAAAAAAAAB72d2sA");
    assertThat(MemoryKeysets.NEWEST_TURNS.after(TURN))
        .hasToString("AapN_fYGQk2KAAABi8_laHsAAAAAAAAAByxGnsQ");
    assertThat(MemoryKeysets.UNCERTAINTY.after(UNCERTAINTY))
        .hasToString("AdKfGy7c9mRcAAABi8_laHsAAAAAAAAABzGWlcc");
    assertThat(MemoryKeysets.UNRESOLVED.after(UNCERTAINTY))
        .hasToString("AefendlhhKogAAABi8_laHsAAAAAAAAAB1-zXk8");
    assertThat(MemoryKeysets.uncertaintyOf(LOW).after(UNCERTAINTY))
        .hasToString("AeJboe1C3vFpAAABi8_laHsAAAAAAAAAB-537bU");
    assertThat(MemoryKeysets.unresolvedOf(LOW).after(UNCERTAINTY))
        .hasToString("AWeqI-3AfdRrAAABi8_laHsAAAAAAAAAB2-Wd-U");
    assertThat(MemoryKeysets.SEMANTIC_MEMORIES.after(MEMORY))
        .hasToString("AbtzgIORLCTyAAABi8_laHsAAAAAAAAAB4gAeFM");
    assertThat(MemoryKeysets.semanticMemoriesOf("c").after(MEMORY))
        .hasToString("Aeqhwj3MwJXLAAABi8_laHsAAAAAAAAAB3PFbu4");
    assertThat(MemoryKeysets.LEAST_IMPORTANT.after(MEMORY))
        .hasToString("AXcI_vHp_fl3P9AAAAAAAAAAAAAAAAAAB6NK_KM");
  }

  @Test
  void keysetsOfAnArgument_refuseTheCursorOfAnother() {
    refuses(MemoryKeysets.episodesOf("e").after(EPISODE), MemoryKeysets.episodesOf("f")::position);
    refuses(
        MemoryKeysets.episodesOf(DAY).after(EPISODE),
        MemoryKeysets.episodesOf(new TimeRange(TIME, TIME))::position);
    refuses(MemoryKeysets.longTermOf("k").after(ENTRY), MemoryKeysets.longTermOf("")::position);
    refuses(
        MemoryKeysets.uncertaintyOf(LOW).after(UNCERTAINTY),
        MemoryKeysets.uncertaintyOf(new ConfidenceRange(0, 0.25))::position);
    refuses(
        MemoryKeysets.unresolvedOf(LOW).after(UNCERTAINTY),
        MemoryKeysets.uncertaintyOf(LOW)::position);
    refuses(
        MemoryKeysets.semanticMemoriesOf("c").after(MEMORY),
        MemoryKeysets.semanticMemoriesOf("d")::position);
  }

  private static void refuses(Cursor cursor, Function<PageRequest, ?> position) {
    assertThatThrownBy(() -> position.apply(PageRequest.after(cursor, 1)))
        .isInstanceOf(InvalidCursorException.class);
  }
}
