package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.TimeRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Episodes} does on every storage. */
public abstract class EpisodesContract extends VocabularyContract<Episode, Episode.Id> {

  private Episodes episodes() {
    return storage().episodes();
  }

  @Override
  final Episodes repository() {
    return episodes();
  }

  @Override
  final Episode.Id id(Episode episode) {
    return episode.id();
  }

  @Override
  final Episode entity(int number) {
    return episode(number, NOON.plusMillis(number / 2), "type");
  }

  @Override
  final Episode changed(int number) {
    return new Episode(
        new Episode.Id(number),
        NOON.minusMillis(number),
        "other type",
        "other content",
        -0.75,
        new Json("[]"));
  }

  private static Episode bare() {
    return new Episode(new Episode.Id(-1), NOON, null, null, null, null);
  }

  @Test
  @Rule("EPISODES-01")
  final void record_adds_andSaysSo() {
    assertThat(episodes().record(entity(1))).isTrue();

    assertThat(episodes().get(new Episode.Id(1))).isEqualTo(entity(1));
  }

  @Test
  @Rule("EPISODES-02")
  final void record_leavesTheStoredOne_whenTheIdIsThere() {
    episodes().record(entity(1));

    assertThat(episodes().record(changed(1))).isFalse();
    assertThat(all(10, episodes()::page)).containsExactly(entity(1));
  }

  @ParameterizedTest
  @Rule("EPISODES-03")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageNewestFirst_meetsEachOnce(int limit) {
    episodes().insertAll(entities(5));

    assertThat(all(limit, episodes()::pageNewestFirst))
        .containsExactly(entity(4), entity(3), entity(2), entity(1), entity(0));
  }

  @ParameterizedTest
  @Rule("EPISODES-04")
  @ValueSource(ints = {1, 2, 500})
  final void pageOfType_isTheTypesAloneAndNewestFirst(int limit) {
    Episode first = episode(1, NOON, "a");
    Episode last = episode(2, NOON.plusMillis(1), "a");
    Episode same = episode(3, NOON, "a");
    episodes()
        .insertAll(
            List.of(first, last, same, episode(4, NOON, "A"), episode(5, NOON, "a%"), bare()));

    assertThat(all(limit, request -> episodes().pageOfType("a", request)))
        .containsExactly(last, same, first);
    assertThat(episodes().pageOfType("_", PageRequest.first(1)))
        .isEqualTo(new Page<>(List.of(), null));
  }

  @ParameterizedTest
  @Rule("EPISODES-05")
  @ValueSource(ints = {1, 2, 500})
  final void pageBetween_takesTheFirstMomentAndNotTheLast(int limit) {
    List<Episode> each =
        List.of(
            episode(1, NOON.minusMillis(1), "e"),
            episode(2, NOON, "e"),
            episode(3, NOON.plusMillis(1), "e"),
            episode(4, NOON.plusMillis(2), "e"));
    episodes().insertAll(each);

    assertThat(
            all(
                limit,
                request ->
                    episodes().pageBetween(new TimeRange(NOON, NOON.plusMillis(2)), request)))
        .containsExactly(each.get(2), each.get(1));
    assertThat(episodes().pageBetween(new TimeRange(NOON, NOON), PageRequest.first(1)).items())
        .isEmpty();
  }

  private static Episode episode(long id, Instant at, String type) {
    return new Episode(
        new Episode.Id(id), at, type, "content of " + id, 0.25, new Json("{\"n\": " + id + "}"));
  }
}
