package dev.aludel.test.application.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.TimeRange;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.domain.memory.UncertaintyStatistics;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of the section on memory. */
final class MemoryExamplesTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private final TimeOrderedLongs ids = new TimeOrderedLongs(clock);
  private final Storage storage = Storages.open(StorageConfig.of("memory:"));

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void episodes() {
    Instant now = clock.instant();
    Episode episode =
        new Episode(
            Episode.Id.next(ids),
            now,
            "praise",
            "The user liked the answer.",
            0.8,
            new Json("{\"session\": \"s1\"}"));
    boolean isNew = storage.episodes().record(episode);
    boolean again = storage.episodes().record(episode); // after an unknown outcome, say

    Page<Episode> newest = storage.episodes().pageNewestFirst(PageRequest.first(20));
    Page<Episode> praise = storage.episodes().pageOfType("praise", PageRequest.first(20));
    TimeRange today = new TimeRange(now.minus(Duration.ofDays(1)), now);
    Page<Episode> before = storage.episodes().pageBetween(today, PageRequest.first(20));

    assertThat(isNew).isTrue();
    assertThat(again).isFalse();
    assertThat(newest.items()).containsExactly(episode);
    assertThat(praise.items()).containsExactly(episode);
    assertThat(before.items()).isEmpty();
  }

  @Test
  void longTerm() {
    Instant now = clock.instant();
    LongTermEntry.Key key = new LongTermEntry.Key("user/ada/language");
    storage.longTerm().put(key, new Json("\"en\""), now);

    Json seen = storage.longTerm().get(key).value();
    boolean written =
        storage.longTerm().compareAndSet(key, Optional.of(seen), new Json("\"de\""), now);

    Page<LongTermEntry> ofAda =
        storage.longTerm().pageOfPrefix("user/ada/", PageRequest.first(100));

    assertThat(written).isTrue();
    assertThat(ofAda.items()).containsExactly(new LongTermEntry(key, new Json("\"de\""), now));
    assertThat(storage.longTerm().remove(key)).isTrue();
  }

  @Test
  void turns() {
    Turn turn = new Turn(Turn.Id.next(ids), clock.instant(), "What is an aludel?", "A pot.", null);
    storage.turns().append(turn);

    List<Turn> last = storage.turns().pageNewestFirst(PageRequest.first(10)).items();

    assertThat(last).containsExactly(turn);
  }

  @Test
  void uncertainty() {
    UncertaintyEntry entry =
        new UncertaintyEntry(
            UncertaintyEntry.Id.next(ids),
            clock.instant(),
            "do the thing",
            "deploy",
            0.3,
            "two things were open",
            new Json("{\"candidates\": 2}"),
            false,
            null);
    storage.uncertainty().log(entry);

    ConfidenceRange low = new ConfidenceRange(0, 0.5);
    Page<UncertaintyEntry> open = storage.uncertainty().pageUnresolved(low, PageRequest.first(50));
    boolean wasThere = storage.uncertainty().resolve(entry.id(), "asked which one");
    UncertaintyStatistics statistics = storage.uncertainty().statistics(clock.instant());
    double rate = statistics.resolvedRate();

    assertThat(open.items()).containsExactly(entry);
    assertThat(wasThere).isTrue();
    assertThat(rate).isEqualTo(1);
  }

  @Test
  void semanticMemories() {
    SemanticMemory memory =
        new SemanticMemory(
            SemanticMemory.Id.next(ids),
            clock.instant(),
            "Ada prefers short answers.",
            "preference",
            0.9,
            null,
            null);
    storage.semanticMemories().remember(memory);
    storage
        .semanticMemories()
        .update(memory.embedded(new Embedding("a-model", 0.12f, -0.5f, 0.33f)));

    Page<SemanticMemory> preferences =
        storage.semanticMemories().pageOfCategory("preference", PageRequest.first(20));
    List<SemanticMemory.Id> least =
        storage.semanticMemories().pageLeastImportant(PageRequest.first(10)).items().stream()
            .map(SemanticMemory::id)
            .toList();
    int forgotten = storage.semanticMemories().forget(least);

    assertThat(preferences.items().get(0).embedding()).isPresent();
    assertThat(forgotten).isEqualTo(1);
  }
}
