package dev.aludel.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Json;
import dev.aludel.domain.TimeOrderedLongs;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MemoryEntitiesTest {

  private static final Instant FINE = Instant.parse("2025-09-16T16:30:00.123456789Z");
  private static final Instant CUT = Instant.parse("2025-09-16T16:30:00.123Z");
  private static final Json JSON = new Json("{\"a\": 1}");

  @Test
  void newEntities_cutTheirTimes() {
    assertThat(episode(null).createdAt()).isEqualTo(CUT);
    assertThat(new LongTermEntry(new LongTermEntry.Key("k"), JSON, FINE).updatedAt())
        .isEqualTo(CUT);
    assertThat(new Turn(new Turn.Id(1), FINE, null, null, null).createdAt()).isEqualTo(CUT);
    assertThat(uncertainty(null).createdAt()).isEqualTo(CUT);
    assertThat(memory(0.5).createdAt()).isEqualTo(CUT);
    assertThat(new TimeRange(FINE, FINE)).isEqualTo(new TimeRange(CUT, CUT));
  }

  @Test
  void accessors_areEmpty_whenNothingIsRecorded() {
    Episode episode = episode(null);
    assertThat(episode.eventType()).isEmpty();
    assertThat(episode.content()).isEmpty();
    assertThat(episode.valence()).isEmpty();
    assertThat(episode.metadata()).isEmpty();
    Turn turn = new Turn(new Turn.Id(1), FINE, null, null, null);
    assertThat(turn.userInput()).isEmpty();
    assertThat(turn.assistantResponse()).isEmpty();
    assertThat(turn.metadata()).isEmpty();
    UncertaintyEntry entry = uncertainty(null);
    assertThat(entry.userMessage()).isEmpty();
    assertThat(entry.parsedIntent()).isEmpty();
    assertThat(entry.confidence()).isEmpty();
    assertThat(entry.context()).isEmpty();
    assertThat(entry.signals()).isEmpty();
    assertThat(entry.resolutionPattern()).isEmpty();
    SemanticMemory memory = memory(0.5);
    assertThat(memory.content()).isEmpty();
    assertThat(memory.category()).isEmpty();
    assertThat(memory.metadata()).isEmpty();
    assertThat(memory.embedding()).isEmpty();
  }

  @Test
  void accessors_giveWhatIsRecorded() {
    Episode episode = new Episode(new Episode.Id(1), FINE, "e", "c", -0.5, JSON);
    assertThat(episode.eventType()).contains("e");
    assertThat(episode.content()).contains("c");
    assertThat(episode.valence()).hasValue(-0.5);
    assertThat(episode.metadata()).contains(JSON);
    Turn turn = new Turn(new Turn.Id(1), FINE, "u", "a", JSON);
    assertThat(turn.userInput()).contains("u");
    assertThat(turn.assistantResponse()).contains("a");
    assertThat(turn.metadata()).contains(JSON);
    UncertaintyEntry entry =
        new UncertaintyEntry(
            new UncertaintyEntry.Id(1), FINE, "u", "p", 0.25, "c", JSON, true, "r");
    assertThat(entry.userMessage()).contains("u");
    assertThat(entry.parsedIntent()).contains("p");
    assertThat(entry.confidence()).hasValue(0.25);
    assertThat(entry.context()).contains("c");
    assertThat(entry.signals()).contains(JSON);
    assertThat(entry.resolutionPattern()).contains("r");
    Embedding embedding = new Embedding("m", 1);
    SemanticMemory memory =
        new SemanticMemory(new SemanticMemory.Id(1), FINE, "c", "k", 1, JSON, embedding);
    assertThat(memory.content()).contains("c");
    assertThat(memory.category()).contains("k");
    assertThat(memory.metadata()).contains(JSON);
    assertThat(memory.embedding()).contains(embedding);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.0000000000000002, 1.0000000000000002, Double.NaN, 1 / 0.0, -1 / 0.0})
  void newEpisode_refuses_whenTheValenceIsOutOfRange(double valence) {
    assertThatThrownBy(() -> episode(valence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("valence must be a number from -1 to 1, not " + valence + ".");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-4.9E-324, 1.0000000000000002, Double.NaN, 1 / 0.0, -1 / 0.0})
  void newEntities_refuse_whenConfidenceOrImportanceIsOutOfRange(double value) {
    assertThatThrownBy(() -> uncertainty(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence must be a number from 0 to 1, not " + value + ".");
    assertThatThrownBy(() -> memory(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("importance must be a number from 0 to 1, not " + value + ".");
    assertThatThrownBy(() -> new ConfidenceRange(value, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("least must be a number from 0 to 1, not " + value + ".");
    assertThatThrownBy(() -> new ConfidenceRange(0, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("greatest must be a number from 0 to 1, not " + value + ".");
  }

  @Test
  void newEntities_takeBothEndsOfARange_andKnowOneZero() {
    assertThat(episode(-1.0).valence()).hasValue(-1);
    assertThat(episode(1.0).valence()).hasValue(1);
    assertThat(uncertainty(1.0).confidence()).hasValue(1);
    assertThat(memory(1.0).importance()).isEqualTo(1);
    assertThat(episode(-0.0)).isEqualTo(episode(0.0));
    assertThat(uncertainty(-0.0)).isEqualTo(uncertainty(0.0));
    assertThat(memory(-0.0)).isEqualTo(memory(0.0));
  }

  @Test
  void newRange_refuses_whenItsEndsAreTheWrongWayRound() {
    assertThatThrownBy(() -> new ConfidenceRange(0.5, 0.25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The least confidence, 0.5, is greater than the greatest, 0.25. Swap them.");
    assertThatThrownBy(() -> new TimeRange(FINE, FINE.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The range begins at 2025-09-16T16:30:00.123Z and would end before, at"
                + " 2025-09-16T16:30:00.122Z. Swap them.");
  }

  @Test
  void contains_takesTheFirstMomentAndNotTheLast() {
    TimeRange range = new TimeRange(CUT, CUT.plusMillis(2));

    assertThat(range.contains(CUT.minusMillis(1))).isFalse();
    assertThat(range.contains(CUT)).isTrue();
    assertThat(range.contains(CUT.plusMillis(1))).isTrue();
    assertThat(range.contains(CUT.plusMillis(2))).isFalse();
  }

  @Test
  void settled_changesTheResolutionAlone() {
    assertThat(uncertainty(0.5).settled("asked"))
        .isEqualTo(
            new UncertaintyEntry(
                new UncertaintyEntry.Id(1), CUT, null, null, 0.5, null, null, true, "asked"));
    assertThat(uncertainty(0.5).settled("asked").settled(null).resolutionPattern()).isEmpty();
  }

  @Test
  void embedded_changesTheEmbeddingAlone() {
    Embedding embedding = new Embedding("m", 1, 2);

    assertThat(memory(0.5).embedded(embedding))
        .isEqualTo(
            new SemanticMemory(new SemanticMemory.Id(1), CUT, null, null, 0.5, null, embedding));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "4, 1, 2, 0.25", "4, 4, 4, 1"})
  void resolvedRate_isTheShareOfTheResolved(long total, long resolved, long lastDay, double rate) {
    UncertaintyStatistics statistics = new UncertaintyStatistics(total, resolved, null, lastDay);

    assertThat(statistics.resolvedRate()).isEqualTo(rate);
    assertThat(statistics.meanConfidence()).isEmpty();
    assertThat(new UncertaintyStatistics(total, resolved, 0.75, lastDay).meanConfidence())
        .hasValue(0.75);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0", "1, 2, 0", "1, -1, 0", "1, 0, 2", "1, 0, -1"})
  void newStatistics_refuse_whenTheyContradictEachOther(long total, long resolved, long lastDay) {
    assertThatThrownBy(() -> new UncertaintyStatistics(total, resolved, null, lastDay))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Of %d entries, %d cannot be resolved and %d from the last day.",
            total, resolved, lastDay);
  }

  @Test
  void nextIds_followTheOnesBefore() {
    TimeOrderedLongs ids = new TimeOrderedLongs(Clock.systemUTC());

    assertThat(
            new long[] {
              Episode.Id.next(ids).value(),
              Turn.Id.next(ids).value(),
              UncertaintyEntry.Id.next(ids).value(),
              SemanticMemory.Id.next(ids).value()
            })
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(new Episode.Id(-7)).hasToString("-7");
    assertThat(new Turn.Id(-7)).hasToString("-7");
    assertThat(new UncertaintyEntry.Id(-7)).hasToString("-7");
    assertThat(new SemanticMemory.Id(-7)).hasToString("-7");
    assertThat(new LongTermEntry.Key("a b")).hasToString("a b");
  }

  private static Episode episode(@Nullable Double valence) {
    return new Episode(new Episode.Id(1), FINE, null, null, valence, null);
  }

  private static UncertaintyEntry uncertainty(@Nullable Double confidence) {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(1), FINE, null, null, confidence, null, null, false, null);
  }

  private static SemanticMemory memory(double importance) {
    return new SemanticMemory(new SemanticMemory.Id(1), FINE, null, null, importance, null, null);
  }
}
