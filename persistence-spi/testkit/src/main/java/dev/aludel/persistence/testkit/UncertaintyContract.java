package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.Uncertainty;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.domain.memory.UncertaintyStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Uncertainty} does on every storage. */
public abstract class UncertaintyContract
    extends VocabularyContract<UncertaintyEntry, UncertaintyEntry.Id> {

  private static final ConfidenceRange MIDDLE = new ConfidenceRange(0.25, 0.75);

  private Uncertainty uncertainty() {
    return storage().uncertainty();
  }

  @Override
  final Uncertainty repository() {
    return uncertainty();
  }

  @Override
  final UncertaintyEntry.Id id(UncertaintyEntry entry) {
    return entry.id();
  }

  @Override
  final UncertaintyEntry entity(int number) {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(number),
        NOON.plusMillis(number / 2),
        "message " + number,
        "intent",
        0.5,
        "context",
        new Json("{\"n\": " + number + "}"),
        false,
        "pattern");
  }

  @Override
  final UncertaintyEntry changed(int number) {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(number),
        NOON.minusMillis(number),
        "other message",
        "other intent",
        0.75,
        "other context",
        new Json("[]"),
        true,
        "other pattern");
  }

  private static UncertaintyEntry bare() {
    return entry(-1, NOON, null, false);
  }

  @Test
  @Rule("UNCERTAINTY-01")
  final void log_adds_andSaysSo() {
    assertThat(uncertainty().log(entity(1))).isTrue();

    assertThat(uncertainty().get(new UncertaintyEntry.Id(1))).isEqualTo(entity(1));
  }

  @Test
  @Rule("UNCERTAINTY-02")
  final void log_leavesTheStoredOne_whenTheIdIsThere() {
    uncertainty().log(entity(1));

    assertThat(uncertainty().log(changed(1))).isFalse();
    assertThat(all(10, uncertainty()::page)).containsExactly(entity(1));
  }

  @ParameterizedTest
  @Rule("UNCERTAINTY-03")
  @ValueSource(ints = {1, 2, 500})
  final void pageByConfidence_takesBothEndsAndIsNewestFirst(int limit) {
    UncertaintyEntry least = entry(1, NOON, 0.25, false);
    UncertaintyEntry greatest = entry(2, NOON, 0.75, true);
    UncertaintyEntry newest = entry(3, NOON.plusMillis(1), 0.5, false);
    uncertainty()
        .insertAll(
            List.of(
                least,
                greatest,
                newest,
                entry(4, NOON, 0.2499999999999999, false),
                entry(5, NOON, 0.7500000000000001, false),
                entry(6, NOON, null, false)));

    assertThat(all(limit, request -> uncertainty().pageByConfidence(MIDDLE, request)))
        .containsExactly(newest, greatest, least);
    assertThat(all(limit, request -> uncertainty().pageUnresolved(MIDDLE, request)))
        .containsExactly(newest, least);
  }

  @ParameterizedTest
  @Rule("UNCERTAINTY-04")
  @ValueSource(ints = {1, 2, 500})
  final void pageUnresolved_leavesOutWhatIsSettled(int limit) {
    UncertaintyEntry first = entry(1, NOON, 0.1, false);
    UncertaintyEntry second = entry(2, NOON, null, false);
    UncertaintyEntry third = entry(3, NOON.minusMillis(1), 0.1, false);
    uncertainty().insertAll(List.of(first, second, third, entry(4, NOON, 0.1, true)));

    assertThat(all(limit, uncertainty()::pageUnresolved)).containsExactly(second, first, third);
  }

  @Test
  @Rule("UNCERTAINTY-05")
  final void resolve_settlesOneAndLeavesItsOtherFields() {
    uncertainty().insertAll(entities(2));

    assertThat(uncertainty().resolve(new UncertaintyEntry.Id(1), "asked back")).isTrue();

    assertThat(uncertainty().get(new UncertaintyEntry.Id(1)))
        .isEqualTo(entity(1).settled("asked back"));
    assertThat(uncertainty().get(new UncertaintyEntry.Id(0))).isEqualTo(entity(0));
  }

  @Test
  @Rule("UNCERTAINTY-06")
  final void resolve_settlesAgain_whenItIsSettled() {
    uncertainty().log(changed(1));

    assertThat(uncertainty().resolve(new UncertaintyEntry.Id(1), null)).isTrue();
    assertThat(uncertainty().get(new UncertaintyEntry.Id(1)).resolutionPattern()).isEmpty();
  }

  @Test
  @Rule("UNCERTAINTY-07")
  final void resolve_saysSo_whenTheIdIsNotThere() {
    assertThat(uncertainty().resolve(new UncertaintyEntry.Id(1), "p")).isFalse();
    assertThat(uncertainty().count()).isZero();
  }

  @Test
  @Rule("UNCERTAINTY-08")
  final void statistics_areZero_whenNothingIsThere() {
    assertThat(uncertainty().statistics(NOON)).isEqualTo(new UncertaintyStatistics(0, 0, null, 0));
  }

  @Test
  @Rule("UNCERTAINTY-09")
  final void statistics_countAllAndTheLastDay() {
    Duration day = Duration.ofHours(24);
    uncertainty()
        .insertAll(
            List.of(
                entry(1, NOON.minus(day), 0.1, true),
                entry(2, NOON.minus(day).plusMillis(1), 0.2, false),
                entry(3, NOON, null, true),
                entry(4, NOON.plusMillis(1), 0.6, true)));

    UncertaintyStatistics statistics = uncertainty().statistics(NOON);

    assertThat(statistics.total()).isEqualTo(4);
    assertThat(statistics.resolved()).isEqualTo(3);
    assertThat(statistics.resolvedRate()).isEqualTo(0.75);
    assertThat(statistics.lastDay()).isEqualTo(2);
    assertThat(statistics.meanConfidence().orElseThrow()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  @Rule("UNCERTAINTY-10")
  final void statistics_haveNoMean_whenNoConfidenceIsThere() {
    uncertainty().log(bare());

    assertThat(uncertainty().statistics(NOON)).isEqualTo(new UncertaintyStatistics(1, 0, null, 1));
  }

  private static UncertaintyEntry entry(
      long id, Instant at, @Nullable Double confidence, boolean resolved) {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(id), at, null, null, confidence, null, null, resolved, null);
  }
}
